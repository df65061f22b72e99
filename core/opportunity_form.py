"""The small form of an opportunity: what it shows, what it offers, and the save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from core.cell_edit import Done
from core.closing import SIGNS
from core.edit_errors import GoneError
from core.opportunity_edit import save
from db.cell_rows import closing_reasons, stages_beside
from db.exchange_rates import ProbabilityChoice, probability_choices
from db.form_rows import FormNames, agents, read_names, users
from db.opportunity_rows import has_lines, read_opportunity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from core.closing import Reason
    from core.workspace import Workspace
    from db.list_choices import Choice


class FormValues(NamedTuple):
    """What the form shows: columns by name, the names behind ids, and what can be chosen.

    Amounts can be edited only while there are no lines.
    """

    values: dict[str, Any]
    names: FormNames
    has_lines: bool
    stages: list[Choice]
    probabilities: list[ProbabilityChoice]
    agents: list[Choice]
    users: list[Choice]


class OpportunityForm:
    """Reads and saves opportunities for a form; each method waits for the database."""

    def __init__(self, workspace: Workspace) -> None:
        """Edit the opportunities of a workspace."""
        self._workspace = workspace

    def read(self, opportunity_id: UUID) -> FormValues:
        """Return what the form of an opportunity shows; raises GoneError."""
        with self._workspace.database.reading() as connection:
            row = read_opportunity(connection, opportunity_id)
            names = read_names(connection, opportunity_id)
            if not row or names is None:
                raise GoneError
            return FormValues(
                row,
                names,
                has_lines(connection, opportunity_id),
                stages_beside(connection, row["workflow_id"], row["stage_id"]),
                probability_choices(connection),
                agents(connection, row["agent_id"]),
                users(connection, row["user_id"]),
            )

    def reasons(self, outcome: str) -> list[Choice]:
        """Return the reasons for closing with an outcome."""
        with self._workspace.database.reading() as connection:
            return closing_reasons(connection, SIGNS[outcome])

    def save(
        self,
        opportunity_id: UUID,
        changes: Mapping[str, tuple[Any, Any]],
        now: datetime,
        *,
        reason: Reason | None = None,
        reopen: bool = False,
    ) -> Done:
        """Write what was changed, {column: (seen, new)}, as `core.opportunity_edit.save` does."""
        saved = save(self._workspace, opportunity_id, changes, now, reason=reason, reopen=reopen)
        return Done(saved.act_id, saved.label)
