"""Exports: what is shown, whole or not at all, harmless in a spreadsheet."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from core.export import ExportCancelledError, ExportError, Format, Table, export
from core.export_table import Moments, export_column
from core.export_xlsx import _letters
from core.formats import Formats
from db.contact_list import CONTACT_LIST
from db.list_query import ListQuery, Order
from db.opportunity_list import OPPORTUNITY_LIST
from tests.lists import add_opportunities
from tests.workspaces import NOW, add_contact, add_opportunity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.workspace import Workspace

ROME = ZoneInfo("Europe/Rome")
MOMENTS = Moments(NOW, ROME)
NAMES = ("number", "title", "net", "created", "last_activity", "since", "outcome", "tags")
WORDS = {"open": "Offen"}
ITALIAN, ENGLISH = Formats("it_IT"), Formats("en")


def table(query: ListQuery = ListQuery(), **options: Any) -> Table:  # noqa: B008, ANN401 - plain
    columns = [
        export_column(
            OPPORTUNITY_LIST, name, name.title(), MOMENTS, WORDS if name == "outcome" else None
        )
        for name in NAMES
    ]
    return Table(OPPORTUNITY_LIST, query, columns, "Deals: open?", **options)


def read_csv(path: Path, separator: str) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def read_xlsx(path: Path) -> list[tuple[Any, ...]]:
    book = load_workbook(path)
    return [tuple(cell.value for cell in row) for row in book.worksheets[0]]


def add(workspace: Workspace, **values: object) -> None:
    add_opportunity(
        workspace,
        add_contact(workspace),
        **{
            "title": "Straße, 日本 🙂",
            "net_minor": -1_234_567,
            "currency_code": "EUR",
            "created_on": date(2026, 2, 1),
            "last_activity_at": datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
            **values,
        },
    )


def test_an_excel_file_has_numbers_as_numbers_and_days_as_days(
    workspace: Workspace, tmp_path: Path
) -> None:
    add(workspace)
    target = tmp_path / "deals.xlsx"

    rows = export(workspace.database, table(), target, ITALIAN)

    assert rows == 1
    head, row = read_xlsx(target)
    assert head == tuple(name.title() for name in NAMES)
    assert row == (
        "26/0001",
        "Straße, 日本 🙂",
        -12345.67,
        datetime(2026, 2, 1),  # noqa: DTZ001 - a spreadsheet knows no zones
        datetime(2026, 3, 2, 0, 30),  # noqa: DTZ001
        3,
        "Offen",
        None,
    )
    cell = load_workbook(target).worksheets[0]["C2"]
    assert cell.number_format == '#,##0.00 "EUR"'


@pytest.mark.parametrize(
    ("formats", "separator", "amount"), [(ITALIAN, ";", "-12345,67"), (ENGLISH, ",", "-12345.67")]
)
def test_a_csv_file_is_written_as_spreadsheets_of_the_locale_read_it(
    sqlite_workspace: Workspace, tmp_path: Path, formats: Formats, separator: str, amount: str
) -> None:
    add(sqlite_workspace)
    target = tmp_path / "deals.csv"

    export(sqlite_workspace.database, table(), target, formats, kind=Format.CSV)

    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    row = read_csv(target, separator)[1]
    assert row[2:] == [amount, "2026-02-01", "2026-03-02 00:30", "3", "Offen", ""]


def test_amounts_have_the_decimals_of_their_currency(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    for code, number in (("JPY", "1"), ("KWD", "2")):
        add(sqlite_workspace, currency_code=code, number=number, net_minor=12_345)
    query = ListQuery((Order("number"),))

    export(sqlite_workspace.database, table(query), tmp_path / "a.xlsx", ENGLISH)
    export(sqlite_workspace.database, table(query), tmp_path / "a.csv", ENGLISH, kind=Format.CSV)

    assert [row[2] for row in read_xlsx(tmp_path / "a.xlsx")[1:]] == [12345, 12.345]
    assert [row[2] for row in read_csv(tmp_path / "a.csv", ",")[1:]] == ["12345", "12.345"]
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [sheet[place].number_format for place in ("C2", "C3")] == [
        '#,##0 "JPY"',
        '#,##0.000 "KWD"',
    ]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@x", "#N/A", '=HYPERLINK("http://x")'])
def test_a_text_is_never_a_formula(sqlite_workspace: Workspace, tmp_path: Path, title: str) -> None:
    add(sqlite_workspace, title=title)

    export(sqlite_workspace.database, table(), tmp_path / "a.xlsx", ENGLISH)
    export(sqlite_workspace.database, table(), tmp_path / "a.csv", ENGLISH, kind=Format.CSV)

    cell = load_workbook(tmp_path / "a.xlsx").worksheets[0]["B2"]
    assert (cell.value, cell.data_type) == (title, "s")
    plain = read_csv(tmp_path / "a.csv", ",")[1][1]
    assert plain == (title if title == "#N/A" else f"'{title}")


@pytest.mark.parametrize(
    "title", ["a\x01b\x0bc", "x" * 40_000, "two\nlines", 'quo"te;,', "\u202b\u05e9\u05dc"]
)
def test_odd_texts_are_written(sqlite_workspace: Workspace, tmp_path: Path, title: str) -> None:
    add(sqlite_workspace, title=title)

    for kind in Format:
        assert export(
            sqlite_workspace.database, table(), tmp_path / f"a.{kind.value}", ENGLISH, kind=kind
        )

    written = read_xlsx(tmp_path / "a.xlsx")[1][1]
    assert written[:20] == title.replace("\x01", " ").replace("\x0b", " ")[:20]


def test_all_rows_come_in_the_order_of_the_list_and_progress_is_told(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.export.CHUNK", 10)
    add_opportunities(workspace, [add_contact(workspace)], 45)
    told: list[tuple[int, int]] = []

    export(
        workspace.database,
        table(ListQuery((Order("number", descending=True),))),
        tmp_path / "a.csv",
        ENGLISH,
        kind=Format.CSV,
        progress=lambda done, total: told.append((done, total)),
    )

    assert [row[0] for row in read_csv(tmp_path / "a.csv", ",")[1:]] == [
        f"26/{n:05}" for n in reversed(range(45))
    ]
    assert told == [(10, 45), (20, 45), (30, 45), (40, 45), (45, 45)]


def test_only_what_is_selected_and_filtered_is_written(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    keys = add_opportunities(sqlite_workspace, [add_contact(sqlite_workspace)], 5)
    chosen = table(ListQuery((Order("number"),), "line"), ids=[keys[3], keys[1]])

    rows = export(sqlite_workspace.database, chosen, tmp_path / "a.csv", ENGLISH, kind=Format.CSV)

    assert rows == 2
    assert [row[0] for row in read_csv(tmp_path / "a.csv", ",")[1:]] == ["26/00001", "26/00003"]


def answers(*said: bool) -> Any:  # noqa: ANN401 - a function
    waiting = list(said)
    return lambda: waiting.pop(0) if len(waiting) > 1 else waiting[0]


@pytest.mark.parametrize("kind", Format)
@pytest.mark.parametrize("said", [(True,), (False, False, True)])
def test_a_stopped_export_leaves_the_old_file_as_it_was(
    sqlite_workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: Format,
    said: Sequence[bool],
) -> None:
    monkeypatch.setattr("core.export.CHUNK", 10)
    add_opportunities(sqlite_workspace, [add_contact(sqlite_workspace)], 45)
    target = tmp_path / "old.file"
    target.write_text("old", encoding="utf-8")

    with pytest.raises(ExportCancelledError):
        export(
            sqlite_workspace.database, table(), target, ENGLISH, kind=kind, cancelled=answers(*said)
        )

    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.glob("*old.file*")] == ["old.file"]


def test_a_folder_that_is_not_there_is_said(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    for kind in Format:
        with pytest.raises(ExportError, match=r"folder of .* is not there"):
            export(sqlite_workspace.database, table(), tmp_path / "no" / "a", ENGLISH, kind=kind)


def test_a_target_that_cannot_be_written_is_said(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()

    with pytest.raises(ExportError, match="cannot be written"):
        export(sqlite_workspace.database, table(), tmp_path / "folder", ENGLISH)

    assert not list(tmp_path.glob("*.part"))


def test_a_file_that_another_program_holds_is_said_before_anything_is_read(
    sqlite_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "open.xlsx"
    target.write_text("old", encoding="utf-8")
    here = type(target)
    opened = here.open

    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as Windows does
        if path == target:
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(here, "open", refuse)

    with pytest.raises(ExportError, match="open in another program"):
        export(sqlite_workspace.database, table(), target, ENGLISH)


def test_contacts_are_exported_by_the_same_way(workspace: Workspace, tmp_path: Path) -> None:
    add_contact(workspace, name="Rossi", customer_on=date(2026, 1, 1))
    columns = [
        export_column(CONTACT_LIST, name, name, MOMENTS)
        for name in ("name", "customer_since", "open_count", "person")
    ]
    contacts = Table(CONTACT_LIST, ListQuery(), columns, "")

    export(workspace.database, contacts, tmp_path / "a.csv", ENGLISH, kind=Format.CSV)
    export(workspace.database, contacts, tmp_path / "a.xlsx", ENGLISH)

    assert read_csv(tmp_path / "a.csv", ",")[1] == ["Rossi", "2026-01-01", "0", "0"]
    assert read_xlsx(tmp_path / "a.xlsx")[1][0] == "Rossi"


def test_days_since_count_to_now() -> None:
    column = export_column(OPPORTUNITY_LIST, "since", "", MOMENTS)
    item = OPPORTUNITY_LIST.item(*[None] * len(OPPORTUNITY_LIST.item._fields))

    assert column.value(item) is None
    assert column.value(item._replace(last_activity_at=NOW - timedelta(days=9))) == 9


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [_letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]
