"""The list as a user works it, with a real mouse and real keys on an X server."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from tests.app.desktop import Desktop
from tests.app.programs import ROOT, environment
from tests.e2e.real_input import WHEEL_DOWN, click, press, type_text, xdotool
from tests.lists import add_contacts, add_opportunities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace

pytestmark = pytest.mark.xcb
MANY = 600
LONG_MS = 20_000


@pytest.fixture
def address(sqlite_workspace: Workspace, sqlite_address: str) -> str:
    """Return the name of a file with opportunities."""
    contacts = add_contacts(sqlite_workspace, ["Conti", "Abate", "Bruno"])
    add_opportunities(sqlite_workspace, contacts, MANY)
    return sqlite_address


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication, address: str) -> Iterator[Desktop]:
    """Return a window with its list."""
    made = Desktop(qtbot, qapp, address)
    made.wait_for_list()
    xdotool("windowfocus", "--sync", str(int(made.window.winId())))
    yield made
    made.close()
    assert made.caught == []


@contextmanager
def running(command: list[str], home: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Give a program that is gone afterwards, whatever happens."""
    with subprocess.Popen(command, cwd=ROOT, env=home, stderr=subprocess.PIPE) as program:
        try:
            yield program
        finally:
            program.kill()


def head(desktop: Desktop, name: str) -> QPoint:
    """Return a place in the head of a column."""
    header = desktop.screen.grid.header
    names = [column.name for column in desktop.screen.model.columns]
    return QPoint(
        header.sectionViewportPosition(names.index(name)) + 15, header.viewport().height() // 2
    )


def test_a_click_on_a_head_sorts(desktop: Desktop) -> None:
    header = desktop.screen.grid.header.viewport()

    click(header, head(desktop, "contact"))
    desktop.wait(lambda: desktop.texts("contact")[:1] == ["Abate"])
    click(header, head(desktop, "contact"))

    desktop.wait(lambda: desktop.texts("contact")[:1] == ["Conti"])


def test_words_are_typed_into_the_filter(desktop: Desktop) -> None:
    search = desktop.screen.search

    click(search, search.rect().center())
    type_text("bruno 26/0001")

    desktop.wait(lambda: desktop.screen.count.text() == "3 opportunities with “bruno 26/0001”")
    press("Escape")
    desktop.wait(lambda: desktop.screen.count.text() == f"{MANY} opportunities")


def test_the_wheel_scrolls_to_rows_that_are_loaded_then(desktop: Desktop) -> None:
    grid = desktop.screen.grid
    click(desktop.screen.grid.header.viewport(), head(desktop, "number"))
    desktop.wait(lambda: desktop.texts("number")[:1] == ["26/00000"])
    model = desktop.screen.model
    desktop.wait(lambda: model.key(MANY - 1) is not None)

    click(grid.viewport(), grid.viewport().rect().center(), WHEEL_DOWN, times=90)

    desktop.wait(lambda: grid.rowAt(0) > 230)
    top = grid.rowAt(0)
    number = [column.name for column in model.columns].index("number")
    desktop.wait(lambda: model.index(top, number).data() == f"26/{top:05}")


def test_rows_are_chosen_and_copied_by_keys(desktop: Desktop) -> None:
    grid = desktop.screen.grid
    click(grid.viewport(), QPoint(200, grid.rowHeight(0) // 2))

    press("shift+Down", "shift+Down", "ctrl+c")

    desktop.wait(lambda: "3 rows copied" in desktop.strip)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 4


def test_the_program_finds_and_copies_for_another_program(
    address: str, tmp_path: Path, qtbot: QtBot
) -> None:
    home = {**environment(tmp_path), "QT_QPA_PLATFORM": "xcb", "DISPLAY": os.environ["DISPLAY"]}
    command = [sys.executable, "-m", "app", "--database", address]
    with running(command, home) as program:
        window = xdotool("search", "--sync", "--onlyvisible", "--name", "^board – Dealboard$")
        xdotool("windowfocus", "--sync", window)

        press("ctrl+f")
        type_text("conti 26/0030")
        qtbot.wait(1_000)
        press("Tab", "ctrl+a", "ctrl+c")
        qtbot.waitUntil(lambda: "26/00303" in QGuiApplication.clipboard().text(), timeout=LONG_MS)
        lines = QGuiApplication.clipboard().text().split("\n")
        press("ctrl+q")
        _out, said = program.communicate(timeout=LONG_MS / 1_000)

    at = lines[0].split("\t").index("Number")
    numbers = {line.split("\t")[at] for line in lines[1:]}
    assert numbers == {"26/00300", "26/00303", "26/00306", "26/00309"}
    assert program.returncode == 0
    assert said == b""
