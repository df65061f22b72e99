"""Why a workflow does not allow a move: one rule after the other, pure, on plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.moves import LOST, OPEN, WON
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from uuid import UUID

    from db.move_rows import Stage, StageRole, Transition


class Step(NamedTuple):
    """What decides about a move: from the stage where it stands now, through begin, to end.

    Begin is another one than now where it is reopened; end is begin where the stage stays.
    """

    now: Stage | None
    begin: Stage | None
    end: Stage | None
    workflow_id: UUID | None
    transition: Transition | None
    open_duties: Sequence[str]
    empty_fields: Sequence[str]
    kept_to: Sequence[tuple[Stage, Sequence[StageRole]]]
    roles: AbstractSet[UUID]

    @property
    def enters(self) -> bool:
        """Tell whether the move leads into another stage."""
        return self.end is not None and (self.begin is None or self.begin.id != self.end.id)


def refusals(step: Step) -> list[str]:
    """Return why a move may not be made, as sentences; none: it may."""
    return [sentence for rule in RULES for sentence in rule(step)]


def _of_this_workflow(step: Step) -> Iterator[str]:
    if step.end is None or not step.enters:
        return
    workflow_id = step.begin.workflow_id if step.begin else step.workflow_id
    if workflow_id is not None and workflow_id != step.end.workflow_id:
        text = _("{stage} belongs to another workflow.")
        yield text.format(stage=step.end.description)


def _in_use(step: Step) -> Iterator[str]:
    if step.end is not None and step.enters and step.end.retired:
        text = _("{stage} is retired. Choose another stage.")
        yield text.format(stage=step.end.description)


def _by_transition(step: Step) -> Iterator[str]:
    begin, end = step.begin, step.end
    if begin is None or end is None or not step.enters or begin.workflow_id != end.workflow_id:
        return
    # Closing from anywhere needs no transition.
    if end.outcome != OPEN or begin.outcome != OPEN:
        return
    if step.transition is None:
        text = _("The workflow has no move from {begin} to {end}.")
        yield text.format(begin=begin.description, end=end.description)
    elif step.transition.automatic:
        yield _("The workflow moves to {end} by itself, not by hand.").format(end=end.description)
    elif step.transition.role_id is not None and step.transition.role_id not in step.roles:
        text = _("Only the role {role} may move this to {end}.")
        yield text.format(role=step.transition.role, end=end.description)


def _with_rights(step: Step) -> Iterator[str]:
    for stage, named in step.kept_to:
        if not step.roles & {each.role_id for each in named if each.may_edit}:
            text = _("You have no right to change what stands in {stage}.")
            yield text.format(stage=stage.description)


def _with_duties_done(step: Step) -> Iterator[str]:
    if not step.open_duties or not _is_forward(step) or (step.end and step.end.outcome == LOST):
        return
    text = _("The mandatory activity “{subject}” is still open.")
    yield from (text.format(subject=subject) for subject in step.open_duties)


def _with_fields_filled(step: Step) -> Iterator[str]:
    if not step.empty_fields or not _is_forward(step):
        return
    text = _("{field} must be filled in first.")
    yield from (text.format(field=field) for field in step.empty_fields)


def _is_forward(step: Step) -> bool:
    if step.end is None or not step.enters:
        return False
    begin = step.begin
    return begin is None or step.end.position > begin.position or step.end.outcome == WON


# Whoever knows a further reason adds a rule here.
RULES: tuple[Callable[[Step], Iterator[str]], ...] = (
    _of_this_workflow,
    _in_use,
    _by_transition,
    _with_rights,
    _with_duties_done,
    _with_fields_filled,
)
