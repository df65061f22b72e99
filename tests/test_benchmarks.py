"""The benchmarks work on tiny data; no test asserts a time."""

from __future__ import annotations

import json
import os
from contextlib import closing
from time import sleep
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from benchmarks.__main__ import main
from benchmarks.bare_writers import Edit, SqliteWriter
from benchmarks.data_sets import NOW, DataSets
from benchmarks.other_program import Changes, other_program
from benchmarks.plain import ALL_ROWS, PlainFile
from benchmarks.plain_search import ways
from benchmarks.result import Entry, as_json, as_table
from benchmarks.rows import MEASUREMENTS, wanted
from benchmarks.sample_folder import make_sample
from benchmarks.texts import NOWHERE, typed_texts
from benchmarks.timing import in_turn, percentile
from benchmarks.waiting import Painted, Stalls, TooLateError, rest, wait_until
from benchmarks.workload import Workload
from core.sample_import import Kind, import_sample
from core.workspace import Workspace, open_workspace
from db.list_query import ListQuery
from db.opportunity_list import OPPORTUNITY_LIST
from db.record_list import first_page
from db.tables.log import ActRow
from db.tables.lookups import ProbabilityRow
from devtools.surroundings import NO_POSTGRESQL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SMALL = 300
TINY = Workload(
    lists={"100k": SMALL, "1m": SMALL + 50},
    growth=(SMALL,),
    rounds=1,
    edits=5,
    edited_rows=50,
    saves=2,
    texts=3,
    scroll_passes=1,
    scroll_seconds=0.2,
    feed_changes=2,
    feed_seconds=0.2,
    filter_warm_up=2,
    filter_changes=2,
    imports=1,
    sample_rows=60,
)
LIMITS = {
    "list.open.100k.ratio": 0.15,
    "list.open.100k.ms": 150,
    "list.open.100k.contact.ratio": 0.15,
    "list.open.100k.contact.ms": 150,
    "list.open.100k.screen.ms": 150,
    "list.ids.100k": 0.4,
    "list.ids.100k.contact": 0.4,
    "list.open.1m.ratio": 0.05,
    "list.open.1m.ms": 150,
    "list.open.1m.contact.ratio": 0.05,
    "list.open.1m.contact.ms": 150,
    "list.open.1m.screen.ms": 150,
    "list.scroll.100k": 50,
    "list.filter.100k.ms": 150,
    "list.filter.100k.ratio": 1.5,
    "edit.1000.sqlite": 3,
    "edit.1000.postgresql": 2.5,
    "edit.one": 3,
    "import.sample.ratio": 3,
    "import.sample.rows": None,
    "feed.sqlite.ms": 450,
    "feed.sqlite.missed": 0,
    "feed.postgresql.ms": 200,
    "feed.postgresql.missed": 0,
    "board.open.100k.ratio": 2,
    "board.open.100k.ms": 150,
    "board.open.100k.health": None,
    "board.open.1m.ratio": 2,
    "board.open.1m.ms": 150,
    "board.open.1m.health": 400,
    "board.open.postgresql.ratio": 2,
    "board.open.postgresql.ms": 150,
    "board.open.postgresql.health": None,
    "board.growth.300": None,
    "board.drop.commit": 10,
    "board.drop.200": 4,
    "board.barred": 50,
    "memory.list.100k.above": 90,
    "memory.list.100k.growth": 5,
    "keys.text": None,
    "keys.text.covered": None,
    "keys.bytes": None,
    "keys.bytes.covered": None,
    "keys.without_rowid": None,
    "keys.without_rowid.covered": None,
    "keys.window": None,
    "keys.window.covered": None,
}
# Named by the numbers of rows, which are smaller here.
GROWTH = "board.growth."
# Only where that driver is installed.
DRIVER_ROW = "keys.driver"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def small(cache: Path) -> Path:
    """Return a file with a few hundred opportunities."""
    return DataSets(cache, lambda _text: None).demo(SMALL)


@pytest.fixture
def plain(small: Path) -> Iterator[PlainFile]:
    with closing(PlainFile(small)) as file:
        yield file


@pytest.fixture
def copied(cache: Path, tmp_path: Path) -> Path:
    """Return a file that may be written to."""
    return DataSets(cache, lambda _text: None).copy(SMALL, tmp_path / "copy.db")


@pytest.fixture
def workspace_of_copy(copied: Path) -> Iterator[Workspace]:
    workspace = open_workspace(str(copied), NOW)
    with closing(workspace.database):
        yield workspace


def changes_of(path: Path, key: UUID) -> int:
    """Return how often a row stands in the log."""
    with closing(PlainFile(path)) as file:
        query = "SELECT count(*) FROM change WHERE row_id = ?"
        return file.one(query, (key.bytes,))


def run(cache: Path, *arguments: str) -> int:
    return main([*arguments, "--cache", str(cache)], TINY)


def measured(tmp_path: Path, cache: Path, *arguments: str) -> list[dict[str, Any]]:
    """Return what a run wrote to its file."""
    file = tmp_path / "figures.json"
    run(cache, *arguments, "--json", str(file))
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.timeout(400)
def test_every_row_is_measured_against_its_limit_and_written_as_json(
    qapp: QApplication, cache: Path, tmp_path: Path
) -> None:
    assert qapp is not None
    without = os.environ.get(NO_POSTGRESQL) == "1"

    entries = measured(tmp_path, cache)

    limits = {entry["row"]: entry["limit"] for entry in entries if entry["row"] != DRIVER_ROW}
    assert limits == {
        row: limit for row, limit in LIMITS.items() if not (without and "postgresql" in row)
    }
    assert all(list(entry) == ["row", "value", "limit", "unit", "ok"] for entry in entries)
    assert all(entry["limit"] is None or entry["value"] is not None for entry in entries)
    assert [e["row"] for e in entries if e["limit"] is None and not e["ok"]] == []


def test_every_row_is_announced_once_before_it_is_measured() -> None:
    announced = [row for each in MEASUREMENTS for row in each.ids]

    sized = [row for row in announced if not row.startswith(GROWTH)]
    known = [row for row in LIMITS if not row.startswith(GROWTH)]
    assert sorted(sized) == sorted([*known, DRIVER_ROW])


def test_only_takes_the_rows_that_begin_with_a_word(cache: Path, tmp_path: Path) -> None:
    entries = measured(tmp_path, cache, "--only", "keys.w")

    assert [entry["row"] for entry in entries] == [
        "keys.without_rowid",
        "keys.without_rowid.covered",
        "keys.window",
        "keys.window.covered",
    ]


def test_only_calls_just_what_measures_a_wanted_row() -> None:
    assert [each.ids[0] for each in wanted("edit.1000")] == [
        "edit.1000.sqlite",
        "edit.1000.postgresql",
    ]


def test_a_word_that_no_row_begins_with_is_said(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(cache, "--only", "nothing")

    assert code == 2
    assert capsys.readouterr().out == "No row begins with 'nothing'.\n"


def test_rows_that_are_only_printed_end_well_and_stand_in_the_table(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(cache, "--only", "keys.text")

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert [line.split()[0] for line in lines[-3:]] == ["row", "keys.text", "keys.text.covered"]


def test_a_folder_without_the_sample_is_said_in_a_sentence(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(cache, "--only", "import", "--sample", str(tmp_path / "nowhere"))

    assert code == 2
    assert "nowhere is not a folder" in capsys.readouterr().out


def test_without_postgresql_its_rows_are_left_out_and_named(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NO_POSTGRESQL, "1")

    entries = measured(tmp_path, cache, "--only", "edit.1000.p")

    assert entries == []
    assert "edit.1000.postgresql: not measured" in capsys.readouterr().out


def test_a_figure_keeps_its_limit_up_to_the_limit_itself() -> None:
    assert Entry("row", 2.5, 2.5, "ratio").ok
    assert not Entry("row", 2.51, 2.5, "ratio").ok
    assert Entry("row", 1e9, None, "rows/s").ok


def test_the_table_shows_value_limit_and_verdict_in_columns() -> None:
    entries = [
        Entry("edit.one", 1.23456, 3.0, "ms"),
        Entry("list.ids.100k", 0.5, 0.4, "ratio"),
        Entry("import.sample.rows", 12345.6, None, "rows/s"),
        Entry("feed.sqlite.missed", 0, 0, "changes"),
    ]

    assert as_table(entries).splitlines() == [
        "row                  value  limit  unit",
        "edit.one              1.23      3  ms       ok",
        "list.ids.100k          0.5    0.4  ratio    MISSED",
        "import.sample.rows  12,346      -  rows/s",
        "feed.sqlite.missed       0      0  changes  ok",
    ]


def test_the_json_says_of_each_figure_whether_it_is_well() -> None:
    entries = [Entry("edit.one", 4.5, 3.0, "ms"), Entry("keys.text", 0.9, None, "ratio")]

    assert json.loads(as_json(entries)) == [
        {"row": "edit.one", "value": 4.5, "limit": 3.0, "unit": "ms", "ok": False},
        {"row": "keys.text", "value": 0.9, "limit": None, "unit": "ratio", "ok": True},
    ]


def test_calls_take_turns_and_the_first_round_only_warms_up() -> None:
    called: list[str] = []

    taken = in_turn(2, lambda: called.append("a"), lambda: called.append("b"))

    assert called == ["a", "b"] * 3
    assert [len(seconds) for seconds in taken] == [2, 2]


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(n) for n in range(100, 0, -1)]

    assert percentile(values, 95) == 95
    assert percentile(values, 100) == 100
    assert percentile([7.0], 95) == 7.0


def test_a_data_set_is_made_once_and_the_file_of_an_older_revision_goes(tmp_path: Path) -> None:
    said: list[str] = []
    older = tmp_path / "demo-20-1-0123456789.db"
    older.touch()
    other = tmp_path / "demo-200-1-0123456789.db"
    other.touch()

    first = DataSets(tmp_path, said.append).demo(20)
    made = first.stat().st_mtime_ns
    second = DataSets(tmp_path, said.append).demo(20)

    assert second == first
    assert second.stat().st_mtime_ns == made
    assert len(said) == 2
    assert not older.exists()
    assert other.exists()


def test_a_copy_of_a_data_set_has_its_rows_and_can_be_written_to(copied: Path) -> None:
    with closing(PlainFile(copied)) as file:
        with file.writing() as cursor:
            cursor.execute("UPDATE opportunity SET title = 'Another'")

        assert file.all("SELECT DISTINCT title FROM opportunity") == [("Another",)]


def test_the_raw_engine_fetches_every_row_of_the_list(
    plain: PlainFile, workspace_of_copy: Workspace
) -> None:
    with workspace_of_copy.database.reading() as connection:
        page = first_page(connection, OPPORTUNITY_LIST, ListQuery())

    rows = plain.all(ALL_ROWS)

    assert len(rows) == page.count == SMALL


def test_every_raw_way_finds_what_our_query_finds(
    plain: PlainFile, workspace_of_copy: Workspace
) -> None:
    for text in typed_texts(plain, 18):
        with workspace_of_copy.database.reading() as connection:
            page = first_page(connection, OPPORTUNITY_LIST, ListQuery(text=text))

        found = [way() for way in ways(plain, text)]

        ids = {item.id.bytes for item in page.items}
        assert [each.total for each in found] == [page.count] * len(found), text
        assert [{row[0] for row in each.rows} for each in found] == [ids] * len(found), text


def test_typed_texts_are_the_same_each_time_and_of_every_kind(plain: PlainFile) -> None:
    texts = typed_texts(plain, 12)

    assert texts == typed_texts(plain, 12)
    assert len(texts) == 12
    assert NOWHERE in texts
    assert any(" " in text for text in texts)
    assert any(len(text) == 2 for text in texts)
    assert any(any(sign.isdigit() for sign in text) for text in texts)


def test_the_bare_writer_changes_rows_and_leaves_no_log(
    copied: Path, workspace_of_copy: Workspace
) -> None:
    with workspace_of_copy.database.reading() as connection:
        item = first_page(connection, OPPORTUNITY_LIST, ListQuery()).items[0]
        probability = connection.scalars(select(ProbabilityRow.id)).first()
    assert probability is not None
    day = NOW.date()
    logged = changes_of(copied, item.id)
    edit = Edit(NOW, workspace_of_copy.user.id, probability, day, item.id)
    with closing(SqliteWriter(copied)) as writer:
        writer.update([edit])

    with closing(PlainFile(copied)) as file:
        query = "SELECT probability_id, expected_close_on FROM opportunity WHERE id = ?"
        changed = file.all(query, (item.id.bytes,))

    assert changed == [(probability.bytes, day.isoformat())]
    assert changes_of(copied, item.id) == logged


def test_the_other_program_tells_each_act_that_stands_in_the_log(
    copied: Path, workspace_of_copy: Workspace
) -> None:
    with other_program(Changes(str(copied), 5, 0, 1)) as other:
        commits = other.commits()

    with workspace_of_copy.database.reading() as connection:
        acts = set(connection.scalars(select(ActRow.id)))
    assert len(commits) == 5
    assert {commit.act_id for commit in commits} <= acts
    assert [commit.at for commit in commits] == sorted(commit.at for commit in commits)


def test_an_invented_sample_is_imported_whole(tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    workspace = open_workspace(str(tmp_path / "board.db"), NOW)

    make_sample(folder, pipeline=60)

    with closing(workspace.database):
        report = import_sample(workspace, folder, NOW)
    assert len((folder / "sales_pipeline.csv").read_text(encoding="utf-8").splitlines()) == 61
    assert [entry for entry in report.entries if entry.kind is Kind.LEFT_OUT] == []


def test_painting_is_waited_for_only_after_the_answer(qtbot: QtBot) -> None:
    label = QLabel("Before")
    qtbot.addWidget(label)
    label.show()
    painted = Painted(label)
    rest(20)

    with pytest.raises(TooLateError):
        painted.wait(50)
    painted.expect()
    label.setText("After")

    assert painted.wait() > 0


def test_a_stall_of_the_event_loop_is_seen(qapp: QApplication) -> None:
    assert qapp is not None
    stalls = Stalls()

    with stalls.watching():
        rest(10)
        sleep(0.05)
        rest(10)

    assert stalls.longest >= 0.05


def test_what_never_happens_is_an_error(qapp: QApplication) -> None:
    assert qapp is not None

    with pytest.raises(TooLateError, match="the moon did not come"):
        wait_until(lambda: False, "the moon", 20)
