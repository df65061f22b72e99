"""What opportunities of the demo stand on: the ids of first rows, people, lookups and products."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

if TYPE_CHECKING:
    from core.demo.choice import Weighted


class Agent(NamedTuple):
    """An agent with the user and team behind it."""

    id: UUID
    code: str
    user_id: UUID
    team_id: UUID


class Step(NamedTuple):
    """An open stage of a workflow; days: how long records usually stay."""

    id: UUID
    probability_id: UUID | None
    days: float


class Final(NamedTuple):
    """Where a closed opportunity stands."""

    stage_id: UUID | None
    probability_id: UUID | None


class Kind(NamedTuple):
    """A type of opportunity with its workflow and its series of numbers."""

    id: UUID
    code: str
    workflow_id: UUID | None
    steps: tuple[Step, ...]
    won: Final
    lost: Final
    series_id: UUID


class Family(NamedTuple):
    """A product family with its products."""

    id: UUID
    code: str
    products: tuple[tuple[UUID, str], ...]
    lead_days: tuple[int, int]
    titles: tuple[str, ...]


class Campaign(NamedTuple):
    """A campaign with its first and last day as ordinals."""

    id: UUID
    begins: int
    ends: int


@dataclass(frozen=True)
class Ground:
    """Everything that a contact or an opportunity may point to."""

    company_id: UUID
    user_id: UUID
    agents: dict[str, Agent]
    service_user_id: UUID
    service_team_id: UUID
    kinds: Weighted[Kind]
    families: dict[str, Family]
    probabilities: tuple[UUID, ...]
    positive_reasons: tuple[UUID, ...]
    negative_reasons: tuple[UUID, ...]
    qualities: dict[int, UUID]
    origins: dict[str, UUID]
    sectors: dict[str, UUID]
    categories: tuple[UUID, ...]
    competitors: tuple[UUID, ...]
    tags: tuple[UUID, ...]
    campaigns: tuple[Campaign, ...]
    activity_types: dict[str, UUID]
    contact_types: dict[str, UUID]
    note_types: tuple[UUID, ...]
    payment_terms: tuple[UUID, ...]
    main_address_id: UUID | None
