"""Filling with demo data: all or nothing, once, with or without a log, the same again."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect

import core.demo.fill
from core.demo import (
    CancelledError,
    DemoProgress,
    DemoReport,
    DemoThereError,
    FillRunningError,
    MissingRowError,
    fill_with_demo,
)
from core.workspace import open_workspace
from db import capture
from db.bulk_load import NotEmptyError, insert_many, without_log
from db.capture import derived
from db.errors import DealboardError
from db.ids import new_id
from db.tables.contact import ContactRow
from tests.core.demo_help import NOW, TODAY, ask, one, picture
from tests.workspaces import add_contact, add_opportunity

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from core.workspace import Workspace

COUNT = 120
TABLES = (
    """SELECT id, number, title, created_on, closed_on, outcome, net_minor, last_activity_at,
        next_activity_at FROM opportunity ORDER BY id""",
    "SELECT name, country_code, vat_number, employees, website FROM contact ORDER BY id",
    "SELECT moved_at, days_in_stage, to_outcome FROM progress ORDER BY id",
    "SELECT subject, done_at, due_at, planned_start_at FROM activity ORDER BY id",
    "SELECT currency_code, valid_on, rate_millionths FROM exchange_rate ORDER BY id",
)


@pytest.fixture
def never_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small fills go the way of the largest."""
    monkeypatch.setattr(core.demo.fill, "MOST_LOGGED", 0)


def structure(connection: Connection) -> dict[str, object]:
    """Return triggers, indexes and references of a database."""
    inspector = inspect(connection)
    tables = [t for t in inspector.get_table_names() if not t.startswith("sqlite_")]
    indexes = {t: sorted(str(i["name"]) for i in inspector.get_indexes(t)) for t in tables}
    keys = {t: sorted(str(k["name"]) for k in inspector.get_foreign_keys(t)) for t in tables}
    return {"triggers": capture.installed(connection), "indexes": indexes, "keys": keys}


def test_a_fill_is_one_act_in_the_log(workspace: Workspace) -> None:
    before = one(workspace, "SELECT count(*) FROM act")

    report = fill_with_demo(workspace, NOW, opportunities=COUNT)

    logged = "SELECT count(*) FROM change WHERE table_name = 'opportunity' AND op = 'insert'"
    assert report.with_log
    assert one(workspace, "SELECT count(*) FROM act") == before + 1
    assert one(workspace, logged) == COUNT
    label = "Filled the database with demo data"
    assert one(workspace, "SELECT user_id FROM act WHERE label_key = :key", key=label) is not None


@pytest.mark.usefixtures("never_logged")
def test_a_large_fill_leaves_no_trace_in_the_log(workspace: Workspace) -> None:
    acts = one(workspace, "SELECT count(*) FROM act")
    changes = one(workspace, "SELECT count(*) FROM change")

    report = fill_with_demo(workspace, NOW, opportunities=COUNT)

    assert not report.with_log
    assert one(workspace, "SELECT count(*) FROM opportunity") == COUNT
    assert one(workspace, "SELECT count(*) FROM act") == acts
    assert one(workspace, "SELECT count(*) FROM change") == changes


@pytest.mark.usefixtures("never_logged")
def test_after_a_fill_without_log_the_structure_is_what_it_was(workspace: Workspace) -> None:
    with workspace.database.reading() as connection:
        before = structure(connection)

    fill_with_demo(workspace, NOW, opportunities=COUNT)

    with workspace.database.reading() as connection:
        assert structure(connection) == before


@pytest.mark.usefixtures("never_logged")
def test_a_change_after_a_fill_without_log_is_logged(workspace: Workspace) -> None:
    fill_with_demo(workspace, NOW, opportunities=COUNT)
    before = one(workspace, "SELECT count(*) FROM change")

    add_contact(workspace, name="Later S.r.l.")

    assert one(workspace, "SELECT count(*) FROM change") == before + 1


@pytest.mark.usefixtures("never_logged")
def test_filled_without_log_the_file_can_be_searched(sqlite_workspace: Workspace) -> None:
    fill_with_demo(sqlite_workspace, NOW, opportunities=COUNT)

    title = one(sqlite_workspace, "SELECT title FROM opportunity ORDER BY id LIMIT 1")
    query = "SELECT count(*) FROM opportunity_index WHERE opportunity_index MATCH :words"
    assert one(sqlite_workspace, query, words=f'"{title}"') >= 1
    assert one(sqlite_workspace, "SELECT count(*) FROM opportunity_text") == COUNT


@pytest.mark.usefixtures("never_logged")
def test_a_fill_without_log_writes_the_same_rows_as_one_with_log(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    path = str(sqlite_workspace.database.url.database)
    copy = str(shutil.copy(path, tmp_path / "copy.db"))

    without = picture(path, 1, TABLES)
    core.demo.fill.MOST_LOGGED = COUNT
    logged = picture(copy, 1, TABLES)

    assert without == logged


def test_the_same_seed_and_day_give_the_same_rows_and_another_seed_others(
    sqlite_template: Path, tmp_path: Path
) -> None:
    names = [str(shutil.copy(sqlite_template, tmp_path / f"{n}.db")) for n in range(3)]

    first, again, other = (picture(n, s, TABLES) for n, s in zip(names, (1, 1, 2), strict=True))

    assert first == again
    assert first != other


@pytest.mark.parametrize("most_logged", [0, 20_000])
def test_derived_columns_are_what_the_triggers_would_compute(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, most_logged: int
) -> None:
    monkeypatch.setattr(core.demo.fill, "MOST_LOGGED", most_logged)
    fill_with_demo(workspace, NOW, opportunities=COUNT)
    query = "SELECT id, last_activity_at, next_activity_at, stage_since_on FROM opportunity"
    before = sorted(ask(workspace, query), key=str)
    changes = one(workspace, "SELECT count(*) FROM change")

    with workspace.database.writing(workspace.act("Rebuilt", NOW)) as connection:
        derived.rebuild(connection)

    assert sorted(ask(workspace, query), key=str) == before
    assert one(workspace, "SELECT count(*) FROM change") == changes


def test_a_second_fill_is_refused_with_a_sentence(workspace: Workspace) -> None:
    fill_with_demo(workspace, NOW, opportunities=20)
    acts = one(workspace, "SELECT count(*) FROM act")

    with pytest.raises(DemoThereError, match="already holds the demo data"):
        fill_with_demo(workspace, NOW, opportunities=20)

    assert one(workspace, "SELECT count(*) FROM opportunity") == 20
    assert one(workspace, "SELECT count(*) FROM act") == acts


@pytest.mark.parametrize("most_logged", [0, 20_000])
def test_a_fill_that_comes_while_another_runs_is_refused_at_once(
    postgresql_workspace: Workspace, monkeypatch: pytest.MonkeyPatch, most_logged: int
) -> None:
    monkeypatch.setattr(core.demo.fill, "MOST_LOGGED", most_logged)
    second = open_workspace(
        postgresql_workspace.database.url.render_as_string(hide_password=False), NOW
    )
    refused: list[str] = []

    def try_second(step: DemoProgress) -> None:
        if step.done > 0 and not refused:
            with pytest.raises(FillRunningError) as caught:
                fill_with_demo(second, NOW, opportunities=COUNT)
            refused.append(str(caught.value))

    with closing(second.database):
        fill_with_demo(postgresql_workspace, NOW, opportunities=COUNT, progress=try_second)
        with pytest.raises(DemoThereError):
            fill_with_demo(second, NOW, opportunities=COUNT)

    (sentence,) = refused
    assert sentence == (
        "Another program is filling this database with the demo data at this moment. "
        "Nothing was changed. Open it when that is done."
    )
    assert one(postgresql_workspace, "SELECT count(*) FROM opportunity") == COUNT


@pytest.mark.usefixtures("never_logged")
def test_a_second_fill_without_log_names_the_demo_data(workspace: Workspace) -> None:
    fill_with_demo(workspace, NOW, opportunities=20)

    with pytest.raises(DemoThereError, match="already holds the demo data"):
        fill_with_demo(workspace, NOW, opportunities=20)


def test_of_two_fills_of_a_file_at_once_the_second_finds_the_first(
    sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    def fill() -> str:
        with closing(open_workspace(sqlite_address, NOW).database) as database:
            own = replace(sqlite_workspace, database=database)
            try:
                fill_with_demo(own, NOW, opportunities=COUNT)
            except DemoThereError:
                return "refused"
            return "filled"

    with ThreadPoolExecutor() as threads:
        found = [made.result() for made in [threads.submit(fill) for _n in range(2)]]

    assert sorted(found) == ["filled", "refused"]
    assert one(sqlite_workspace, "SELECT count(*) FROM opportunity") == COUNT


@pytest.mark.parametrize("most_logged", [0, 20_000])
def test_a_cancelled_fill_leaves_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, most_logged: int
) -> None:
    monkeypatch.setattr(core.demo.fill, "MOST_LOGGED", most_logged)
    monkeypatch.setattr(core.demo.fill, "CHUNK", 50)
    monkeypatch.setattr(core.demo.fill, "PULSE", 10)
    with workspace.database.reading() as connection:
        before = structure(connection)
    seen: list[DemoProgress] = []

    with pytest.raises(CancelledError, match="Nothing was changed"):
        fill_with_demo(
            workspace,
            NOW,
            opportunities=COUNT,
            progress=seen.append,
            cancelled=lambda: bool(seen) and seen[-1].done > 100,
        )

    assert issubclass(CancelledError, DealboardError)
    for table in ("opportunity", "contact", "agent", "exchange_rate", "number_counter"):
        assert one(workspace, f"SELECT count(*) FROM {table}") == 0  # noqa: S608
    assert one(workspace, "SELECT description FROM company") == "My company"
    with workspace.database.reading() as connection:
        assert structure(connection) == before


def test_progress_counts_up_to_the_total(sqlite_workspace: Workspace) -> None:
    seen: list[DemoProgress] = []

    report = fill_with_demo(sqlite_workspace, NOW, opportunities=500, progress=seen.append)

    total = report.counts["contact"] + 500
    assert [step.done for step in seen] == sorted(step.done for step in seen)
    assert {step.total for step in seen} == {total}
    assert seen[0] == DemoProgress(0, total, "Contacts")
    assert seen[-1] == DemoProgress(total, total, "Finishing")


def test_the_report_counts_what_is_there_and_says_so(workspace: Workspace) -> None:
    report = fill_with_demo(workspace, NOW, opportunities=COUNT)

    lines = report.lines()
    for table in ("opportunity", "opportunity_line", "progress", "activity", "contact"):
        assert one(workspace, f"SELECT count(*) FROM {table}") == report.counts[table]  # noqa: S608
    assert lines[0] == f"{COUNT} opportunities"
    assert lines[-1] == "Every row stands in the log of changes."
    assert report.seconds > 0


def test_a_report_of_one_row_speaks_in_the_singular() -> None:
    report = DemoReport({"opportunity": 1, "contact": 0}, 1.25, with_log=False)

    lines = report.lines()

    assert lines == (
        "1 opportunity",
        "Written in 1.2 s.",
        "The rows were written without a log of changes.",
    )


def test_a_fill_without_log_is_refused_where_opportunities_are(workspace: Workspace) -> None:
    add_opportunity(workspace, add_contact(workspace))
    with workspace.database.reading() as connection:
        before = structure(connection)

    with (
        pytest.raises(NotEmptyError, match="already has opportunities"),
        without_log(workspace.database, lambda _connection: None),
    ):
        pytest.fail("the block must not run")

    with workspace.database.reading() as connection:
        assert structure(connection) == before


def test_a_fill_into_a_database_with_opportunities_goes_on_counting(workspace: Workspace) -> None:
    add_opportunity(workspace, add_contact(workspace), number="T/1")

    fill_with_demo(workspace, NOW, opportunities=COUNT)

    assert one(workspace, "SELECT count(*) FROM opportunity") == COUNT + 1


def test_a_company_that_somebody_named_is_left_alone(workspace: Workspace) -> None:
    act = workspace.act("Renamed", NOW)
    with workspace.database.writing(act) as connection:
        connection.exec_driver_sql("UPDATE company SET description = 'Bianchi S.r.l.'")
        connection.exec_driver_sql("UPDATE team SET description = 'Bianchi'")

    fill_with_demo(workspace, NOW, opportunities=COUNT)

    names = ask(workspace, "SELECT description FROM company ORDER BY description")
    assert names == [("Bianchi S.r.l.",), ("Rossetti Macchine S.p.A.",)]
    used = "SELECT DISTINCT c.description FROM company c JOIN opportunity o ON o.company_id = c.id"
    assert ask(workspace, used) == [("Rossetti Macchine S.p.A.",)]
    assert one(workspace, "SELECT count(*) FROM team WHERE description = 'Bianchi'") == 1


def test_a_missing_first_row_is_named(workspace: Workspace) -> None:
    act = workspace.act("Retired", NOW)
    with workspace.database.writing(act) as connection:
        connection.exec_driver_sql(
            f"UPDATE opportunity_type SET retired_at = '{TODAY}T00:00:00.000Z'"  # noqa: S608
            " WHERE code = 'project'"
        )

    with pytest.raises(MissingRowError, match="row project of the table opportunity_type"):
        fill_with_demo(workspace, NOW, opportunities=COUNT)

    assert one(workspace, "SELECT count(*) FROM contact") == 0


def test_rows_given_as_tuples_arrive_as_they_were(workspace: Workspace) -> None:
    type_id = one(workspace, "SELECT id FROM contact_type LIMIT 1")
    type_id = type_id if not isinstance(type_id, bytes) else type(new_id())(bytes=type_id)
    names = ['Anna "la" Neri, {S.r.l.}', r"Back\slash %s", "NULL", "Übung 100 %"]
    rows = [(new_id(), name, type_id, None, True, NOW) for name in names]
    fields = ("id", "name", "contact_type_id", "website", "person", "created_at")

    with workspace.database.writing(workspace.act("Wrote", NOW)) as connection:
        insert_many(connection, ContactRow, fields, rows)
        insert_many(connection, ContactRow, fields, [])

    found = ask(workspace, "SELECT name, website FROM contact ORDER BY id")
    assert found == [(name, None) for name in names]


def test_the_planner_knows_the_rows_after_a_fill(sqlite_workspace: Workspace) -> None:
    fill_with_demo(sqlite_workspace, NOW, opportunities=COUNT)

    reopened = open_workspace(str(sqlite_workspace.database.url.database), NOW)

    query = "SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'opportunity'"
    assert one(reopened, query) > 10
    reopened.database.close()
