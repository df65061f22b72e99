"""Edits single cells of the opportunity list: what an editor must know, and the save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from core.closing import SIGNS
from core.labels import act_label
from core.opportunity_edit import GoneError, save
from db.cell_rows import closing_reasons, stages_beside
from db.exchange_rates import probability_choices
from db.history import find_act
from db.opportunity_rows import has_lines, read_opportunity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from core.closing import Reason
    from core.workspace import Workspace
    from db.exchange_rates import ProbabilityChoice
    from db.list_choices import Choice


class CellValues(NamedTuple):
    """The columns of an opportunity as they are stored, and what they may become."""

    values: Mapping[str, Any]
    has_lines: bool
    stages: list[Choice]
    probabilities: list[ProbabilityChoice]


class CellChange(NamedTuple):
    """One field of one opportunity: the value that was seen, and the new one."""

    opportunity_id: UUID
    field: str
    seen: object
    value: object


class Done(NamedTuple):
    """A save: its act, none where nothing was to be written, and the act's name."""

    act_id: UUID | None
    label: str


class CellEdits:
    """Reads and writes cells for the user of a workspace; each method waits for the database."""

    def __init__(self, workspace: Workspace) -> None:
        """Edit the opportunities of a workspace."""
        self._workspace = workspace

    def read(self, opportunity_id: UUID) -> CellValues:
        """Return what the editors of an opportunity need; raises GoneError."""
        with self._workspace.database.reading() as connection:
            row = read_opportunity(connection, opportunity_id, lock=False)
            if not row:
                raise GoneError
            return CellValues(
                row,
                has_lines(connection, opportunity_id),
                stages_beside(connection, row["workflow_id"], row["stage_id"]),
                probability_choices(connection),
            )

    def reasons(self, outcome: str) -> list[Choice]:
        """Return the reasons for closing with an outcome."""
        with self._workspace.database.reading() as connection:
            return closing_reasons(connection, SIGNS[outcome])

    def save(
        self,
        change: CellChange,
        now: datetime,
        *,
        reason: Reason | None = None,
        reopen: bool = False,
    ) -> Done:
        """Write a cell by the rules of `core.opportunity_edit.save`."""
        changes = {change.field: (change.seen, change.value)}
        saved = save(
            self._workspace, change.opportunity_id, changes, now, reason=reason, reopen=reopen
        )
        if saved.act_id is None:
            return Done(None, "")
        with self._workspace.database.reading() as connection:
            act = find_act(connection, saved.act_id)
        return Done(saved.act_id, act_label(act.label_key, act.label_values) if act else "")
