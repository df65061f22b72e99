"""Imports the public CRM sample from a folder."""

from __future__ import annotations

from datetime import UTC
from time import perf_counter
from typing import TYPE_CHECKING

from core.sample_import.base_currency import IMPORTED, has_rate, look
from core.sample_import.checking import check
from core.sample_import.plan import Plan, make_plan
from core.sample_import.reading import read_folder
from core.sample_import.report import ImportReport, make_report
from core.sample_import.steps import ImportProgress, Steps
from core.sample_import.writing import StalePlanError, write
from db.errors import BusyError
from db.tables.opportunity import OpportunityRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from core.sample_import.notes import Note
    from core.sample_import.sample import Sample
    from core.workspace import Workspace

# How often a plan is made again because somebody changed its ground meanwhile.
TRIES = 3


def import_sample(  # noqa: PLR0913 - two of them only listen
    workspace: Workspace,
    folder: Path,
    now: datetime,
    *,
    keep_dates: bool = False,
    progress: Callable[[ImportProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Import what is not there yet, in one act; return what was written, mended and left out.

    The days move so that the last one is today, unless they are kept; a later import moves its
    own as the first one did. Raises a DealboardError, with nothing changed, where the folder
    cannot be trusted, the database cannot be written or the user cancelled.
    """
    started = perf_counter()
    steps = Steps(progress, cancelled)
    notes: list[Note] = []
    sample = check(read_folder(folder, notes, steps), notes, steps)
    moment = now.astimezone(UTC)
    plan = _written(workspace, sample, moment, steps, keep_dates=keep_dates)
    rated = has_rate(workspace, plan.base_currency, moment.date())
    return make_report(sample, plan, perf_counter() - started, rated=rated)


def _written(
    workspace: Workspace, sample: Sample, now: datetime, steps: Steps, *, keep_dates: bool
) -> Plan:
    """Plan and write; return the plan that was written."""
    for _number in range(TRIES):
        with workspace.database.reading() as connection:
            state = look(connection, workspace)
        plan = make_plan(sample, state, now, keep_dates=keep_dates)
        if plan.nothing_new:
            return plan
        act = workspace.act(IMPORTED, now, {"count": plan.count(OpportunityRow)})
        try:
            write(workspace, plan, act, steps)
        except StalePlanError:
            continue
        return plan
    raise BusyError
