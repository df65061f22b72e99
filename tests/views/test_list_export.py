"""Export of what a list shows, to Excel and CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.export import Format
from core.view_content import ViewColumn, ViewContent
from db.list_query import Order
from tests.lists import add_contacts, add_opportunities
from tests.views.full_list import LEFT, LONG_MS, choose_row

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from tests.views.full_list import ListView

MANY = 700


@pytest.fixture(autouse=True)
def rows(sqlite_workspace: Workspace, full: ListView, qtbot: QtBot) -> None:
    """Show many opportunities by number, in three columns."""
    contacts = add_contacts(sqlite_workspace, ["Conti", "Abate"])
    values = {"currency_code": "EUR", "net_minor": 123_456}
    add_opportunities(sqlite_workspace, contacts, MANY, lambda _place: values)
    columns = tuple(map(ViewColumn, ("contact", "net", "outcome", "number")))
    with qtbot.waitSignal(full.counted):
        full.start(ViewContent(columns, orders=(Order("number"),)))
    qtbot.waitUntil(lambda: full.model.key(MANY - 1) is not None)


def test_all_rows_go_to_excel_in_the_columns_that_are_shown(
    full: ListView, qtbot: QtBot, tmp_path: Path
) -> None:
    assert full.exporter is not None
    target = tmp_path / "list.xlsx"

    with qtbot.waitSignal(full.exporter.exported, timeout=LONG_MS):
        full.exporter.write(target, Format.XLSX)

    head, first, *rest = load_workbook(target).active.values
    assert head == ("Contact", "Net amount", "Outcome", "Number")
    assert first == ("Conti", 1234.56, "Open", "26/00000")
    assert len(rest) == MANY - 1
    assert full.message.sentence.text() == f"{MANY} rows were exported to {target}."


def test_the_chosen_rows_alone_go_to_csv(full: ListView, qtbot: QtBot, tmp_path: Path) -> None:
    assert full.exporter is not None
    target = tmp_path / "list.csv"
    choose_row(full, 3)
    QTest.keyClick(full.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    with qtbot.waitSignal(full.exporter.exported, timeout=LONG_MS):
        full.exporter.write(target, Format.CSV, chosen_only=True)

    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[-1] for line in lines] == ["Number", "26/00003", "26/00004"]


def test_the_menu_offers_the_chosen_rows_where_there_are_several(
    full: ListView, qtbot: QtBot
) -> None:
    assert full.exporter is not None
    menu = full.exporter.menu
    qtbot.mouseClick(full.bar.export, LEFT)
    few = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    full.grid.selectAll()

    qtbot.mouseClick(full.bar.export, LEFT)
    many = [action.text() for action in menu.actions() if action.text()]
    menu.close()

    assert few == ["Excel…", "CSV…"]
    assert many[2:] == ["Excel, the 700 chosen rows…", "CSV, the 700 chosen rows…"]


def test_an_entry_asks_for_the_file(full: ListView, qtbot: QtBot, tmp_path: Path) -> None:
    assert full.exporter is not None
    full.exporter.choose_file("csv")
    dialog = full.exporter.dialog
    assert dialog is not None

    with qtbot.waitSignal(full.exporter.exported, timeout=LONG_MS) as exported:
        dialog.fileSelected.emit(str(tmp_path / "asked.csv"))
    dialog.reject()

    assert exported.args[0].target.name == "asked.csv"
    assert exported.args[0].rows == MANY


def test_a_cancelled_export_leaves_no_file(full: ListView, qtbot: QtBot, tmp_path: Path) -> None:
    assert full.exporter is not None
    target = tmp_path / "list.xlsx"

    with qtbot.waitSignal(full.exporter.refused, timeout=LONG_MS):
        full.exporter.write(target, Format.XLSX)
        full.busy.cancelled.emit()

    assert list(tmp_path.glob("*list*")) == []
    assert full.message.sentence.text() == "The export was stopped. No file was written."
    assert not full.busy.isVisible()


def test_a_folder_that_is_gone_is_said_in_a_sentence(
    full: ListView, qtbot: QtBot, tmp_path: Path
) -> None:
    assert full.exporter is not None
    target = tmp_path / "gone" / "list.csv"

    with qtbot.waitSignal(full.exporter.refused, timeout=LONG_MS):
        full.exporter.write(target, Format.CSV)

    assert (
        full.message.sentence.text() == f"The folder of {target} is not there. Choose another one."
    )
