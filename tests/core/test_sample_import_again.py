"""A second import changes nothing; after an undo it brings all again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from core.sample_import import Kind, import_sample
from core.sample_import.use_case import TRIES
from core.undo import undo
from core.workspace import Workspace
from db.errors import BusyError
from db.tables.contact import ContactRow
from db.tables.lookups import NumberSeriesRow, ParameterRow, TagRow
from db.tables.opportunity import OpportunityLineRow, OpportunityRow
from db.tables.people import AgentRow, TeamRow, UserRow
from db.tables.product import ProductRow
from db.writes import table_of
from tests.core.sample_help import (
    IMPORTED,
    KEPT,
    PIPELINE,
    SAMPLE,
    acts,
    changes,
    imported,
    rows,
    sentences,
    with_lines,
)
from tests.workspaces import NOW, write_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from core.sample_import import ImportReport
    from db.acts import Act

LATER = NOW + timedelta(days=30)
THERE = "Opportunities that were there already were left as they are."
NEW_LINES = (
    "N1,Carl Lin,GTX Pro,Acme,Won,2017-10-20,2017-12-01,4000",
    "N2,New Agent,MG Special,New Account,Prospecting,2017-11-20,,",
)


def test_a_second_import_changes_nothing_on_another_day(workspace: Workspace) -> None:
    imported(workspace)
    before = (acts(workspace), changes(workspace), rows(workspace, OpportunityRow))

    report = import_sample(workspace, SAMPLE, LATER)

    assert (acts(workspace), changes(workspace), rows(workspace, OpportunityRow)) == before
    assert {count.written for count in report.counts} == {0}


def test_a_second_import_says_that_all_was_there(sqlite_workspace: Workspace) -> None:
    imported(sqlite_workspace)

    report = imported(sqlite_workspace)

    assert sentences(report, Kind.SAID) == {THERE: len(KEPT)}
    assert not report.of_kind(Kind.MENDED)
    assert not report.of_kind(Kind.FILLED)
    assert sentences(report, Kind.LEFT_OUT)["The row has a negative amount."] == 2


def test_rows_that_are_new_in_the_folder_are_added(workspace: Workspace, tmp_path: Path) -> None:
    imported(workspace)
    before = rows(workspace, OpportunityRow)

    report = import_sample(workspace, _longer(tmp_path), LATER)

    after = rows(workspace, OpportunityRow)
    agents, teams = rows(workspace, AgentRow), rows(workspace, TeamRow)
    assert set(after) - set(before) == {"N1", "N2"}
    assert {key: after[key] for key in before} == before
    assert report.written("opportunity") == 2
    assert report.written("contact") == report.written("agent") == report.written("app_user") == 1
    assert sentences(report, Kind.SAID)[THERE] == len(KEPT)
    assert after["N2"].agent_id == agents["New Agent"].id
    assert agents["New Agent"].team_id == teams["Summer Sewald"].id
    assert after["N1"].agent_id == agents["Carl Lin"].id


def test_new_rows_take_the_shift_of_the_first_import(workspace: Workspace, tmp_path: Path) -> None:
    first = imported(workspace)

    report = import_sample(workspace, _longer(tmp_path), LATER, keep_dates=True)

    row = rows(workspace, OpportunityRow)["N1"]
    assert report.shift_days == first.shift_days
    assert row.closed_on == date(2017, 12, 1) + timedelta(days=first.shift_days)


def test_numbers_of_new_rows_go_on(workspace: Workspace, tmp_path: Path) -> None:
    imported(workspace)

    import_sample(workspace, _longer(tmp_path), LATER)

    found = rows(workspace, OpportunityRow)
    assert (found["N1"].number, found["N2"].number) == ("S25/0005", "S26/0005")


def test_a_pattern_that_the_user_changed_is_followed(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    imported(sqlite_workspace)
    _change(sqlite_workspace, NumberSeriesRow, pattern="T{yyyy}-{n}", by_year=False)

    import_sample(sqlite_workspace, _longer(tmp_path), LATER)

    found = rows(sqlite_workspace, OpportunityRow)
    assert (found["N1"].number, found["N2"].number) == ("T2025-1", "T2026-2")


def test_what_the_user_renamed_is_found_again(workspace: Workspace) -> None:
    imported(workspace)
    for row_class, values in (
        (ContactRow, {"name": "Renamed"}),
        (ProductRow, {"code": "renamed"}),
        (UserRow, {"name": "Renamed"}),
    ):
        key = next(iter(rows(workspace, row_class)))
        _change(workspace, row_class, key, **values)
    before = changes(workspace)

    imported(workspace)

    assert changes(workspace) == before


def test_a_second_import_leaves_deleted_tags_alone(sqlite_workspace: Workspace) -> None:
    imported(sqlite_workspace)
    _change(sqlite_workspace, TagRow, deleted_at=NOW)
    before = changes(sqlite_workspace)

    imported(sqlite_workspace)

    assert changes(sqlite_workspace) == before


def test_an_undone_import_leaves_nothing_that_shows(workspace: Workspace) -> None:
    imported(workspace)

    result = undo(workspace, acts(workspace)[-1][0], NOW)

    assert result.skipped == ()
    for row_class in (OpportunityRow, OpportunityLineRow, ContactRow, AgentRow, ProductRow):
        assert rows(workspace, row_class) == {}
    assert "sample_shift_days" not in rows(workspace, ParameterRow, "code")


def test_an_import_after_an_undo_brings_all_again(workspace: Workspace) -> None:
    imported(workspace)
    undo(workspace, acts(workspace)[-1][0], NOW)

    report = import_sample(workspace, SAMPLE, LATER)

    found = rows(workspace, OpportunityRow)
    assert set(found) == set(KEPT)
    assert found["L1"].closed_on == LATER.date()
    assert report.written("contact") == 7
    assert found["W1"].number == "S25/0001"


def test_a_plan_is_made_again_when_somebody_writes_meanwhile(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    imported(sqlite_workspace)
    written: list[Act] = []

    def write_in_between() -> None:
        if not written:
            written.append(
                write_rows(sqlite_workspace, TeamRow, [{"code": "x", "description": "X"}])
            )

    report = _import_while(sqlite_workspace, _longer(tmp_path), write_in_between)

    assert report.written("opportunity") == 2
    assert set(rows(sqlite_workspace, OpportunityRow)) == {*KEPT, "N1", "N2"}


def test_an_import_gives_up_when_somebody_writes_all_the_time(
    sqlite_workspace: Workspace,
) -> None:
    names = iter(range(TRIES * 10))

    def write_in_between() -> None:
        row = {"code": f"x{next(names)}", "description": "X"}
        write_rows(sqlite_workspace, TeamRow, [row])

    with pytest.raises(BusyError):
        _import_while(sqlite_workspace, SAMPLE, write_in_between)

    assert rows(sqlite_workspace, OpportunityRow) == {}


def test_of_two_imports_at_once_one_writes(workspace: Workspace) -> None:
    with ThreadPoolExecutor(2) as threads:
        reports = list(threads.map(lambda _number: imported(workspace), range(2)))

    assert sorted(report.written("opportunity") for report in reports) == [0, len(KEPT)]
    assert set(rows(workspace, OpportunityRow)) == set(KEPT)
    assert [label for _id, label in acts(workspace)].count(IMPORTED) == 1


@dataclass(frozen=True)
class InterruptedWorkspace(Workspace):
    """A workspace in which something happens between the plan and the writing."""

    meanwhile: Callable[[], None] = lambda: None

    def act(
        self,
        label_key: str,
        now: datetime,
        values: Mapping[str, str | int] | None = None,
        undoes: UUID | None = None,
    ) -> Act:
        self.meanwhile()
        return super().act(label_key, now, values, undoes)


def _import_while(
    workspace: Workspace, folder: Path, meanwhile: Callable[[], None]
) -> ImportReport:
    given = {field.name: getattr(workspace, field.name) for field in fields(workspace)}
    return import_sample(InterruptedWorkspace(**given, meanwhile=meanwhile), folder, LATER)


def _longer(tmp_path: Path) -> Path:
    """Return the sample with two more opportunities, one of a new agent for a new account."""
    with_lines(tmp_path, "accounts.csv", "New Account,software,2000,1,1,Italy,")
    with_lines(tmp_path, "sales_teams.csv", "New Agent,Summer Sewald,West")
    return with_lines(tmp_path, PIPELINE, *NEW_LINES)


def _change(
    workspace: Workspace, row_class: type, key: str | None = None, **values: object
) -> None:
    """Change the sample's rows of a table, or one of them."""
    table = table_of(row_class)
    act = workspace.act("Changed", NOW)
    with workspace.database.writing(act) as connection:
        which = table.c.origin_system == "maven-sample"
        if key is not None:
            which &= table.c.origin_key == key
        connection.execute(update(table).where(which).values(changed_at=NOW, **values))
