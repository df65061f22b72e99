"""What the rules of moves stand on, read once for all the opportunities of one transaction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from core.moves import LOST, OPEN, WON
from db import move_rows as rows
from db.saved_view_rows import roles_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from core.workspace import Workspace
    from db.move_rows import Chance, Left, Stage, StageRole, Transition


class MoveGround:
    """Reads each part when it is first asked for, by one statement for all opportunities."""

    def __init__(
        self, connection: Connection, workspace: Workspace, ids: Sequence[UUID] = ()
    ) -> None:
        """Read on a connection, for the user of a workspace; ids: what may move."""
        self._connection = connection
        self._workspace = workspace
        self._ids = ids

    @cached_property
    def stages(self) -> dict[UUID, Stage]:
        """Return the stages of all workflows."""
        return rows.read_stages(self._connection)

    @cached_property
    def chances(self) -> dict[UUID, Chance]:
        """Return the rows of the probability table."""
        return rows.read_chances(self._connection)

    @cached_property
    def transitions(self) -> dict[tuple[UUID, UUID], Transition]:
        """Return the allowed moves, by their two stages."""
        return rows.read_transitions(self._connection)

    @cached_property
    def stage_roles(self) -> dict[UUID, list[StageRole]]:
        """Return the roles that stages are kept to."""
        return rows.read_stage_roles(self._connection)

    @cached_property
    def required(self) -> dict[UUID, list[str]]:
        """Return the columns that must be filled, by stage."""
        return rows.read_required_fields(self._connection)

    @cached_property
    def duties(self) -> dict[UUID, tuple[str, ...]]:
        """Return the open mandatory activities, by opportunity."""
        return rows.read_open_duties(self._connection, self._ids)

    @cached_property
    def left(self) -> dict[UUID, Left]:
        """Return where opportunities stood before they were closed."""
        return rows.read_before_closing(self._connection, self._ids)

    @cached_property
    def roles(self) -> frozenset[UUID]:
        """Return the roles of the user."""
        return frozenset(role.id for role in roles_of(self._connection, self._workspace.user.id))

    @cached_property
    def ends(self) -> dict[str, UUID | None]:
        """Return the probabilities that the parameters name, by outcome."""
        parameters = self._workspace.parameters
        by_code = {chance.code: chance.id for chance in self.chances.values()}
        codes = {WON: parameters.won_probability, LOST: parameters.lost_probability}
        return {outcome: by_code.get(code) for outcome, code in codes.items()}

    def final(self, workflow_id: UUID | None, outcome: str) -> Stage | None:
        """Return a workflow's stage of an outcome."""
        return self._finals.get((workflow_id, outcome))

    def finals(self, workflow_id: UUID | None) -> dict[str, UUID]:
        """Return the final stages of a workflow, by outcome."""
        found = {outcome: self.final(workflow_id, outcome) for outcome in (LOST, WON)}
        return {outcome: stage.id for outcome, stage in found.items() if stage is not None}

    def first(self, workflow_id: UUID | None) -> Stage | None:
        """Return the stage that a workflow begins with."""
        stages = (s for s in self.stages.values() if s.workflow_id == workflow_id)
        usable = [s for s in stages if s.outcome == OPEN and not s.retired]
        # They come in their order, of which the first is found.
        return min(usable, key=lambda stage: not stage.initial, default=None)

    def sign(self, reason_id: UUID) -> int | None:
        """Return the sign of a closing reason."""
        return rows.reason_sign(self._connection, reason_id)

    @cached_property
    def _finals(self) -> dict[tuple[UUID | None, str], Stage]:
        usable = [s for s in self.stages.values() if s.outcome != OPEN and not s.retired]
        # The first one in their order counts.
        return {(stage.workflow_id, stage.outcome): stage for stage in reversed(usable)}
