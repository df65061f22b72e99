"""The sample as plain values, checked and mended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - NamedTuple keeps the annotation
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from core.sample_import.notes import Place  # noqa: TC001 - NamedTuple keeps the annotation

if TYPE_CHECKING:
    from core.sample_import.notes import Note


class DealStage(Enum):
    """The stages of the sample's opportunities, by the file's name, each with its outcome."""

    PROSPECTING = ("Prospecting", "open")
    ENGAGING = ("Engaging", "open")
    WON = ("Won", "won")
    LOST = ("Lost", "lost")

    def __init__(self, label: str, outcome: str) -> None:
        """Keep name and outcome."""
        self.label = label
        self.outcome = outcome


STAGE_BY_LABEL = {stage.label: stage for stage in DealStage}


class Account(NamedTuple):
    """A company that is sold to."""

    place: Place
    name: str
    sector: str
    founded_year: int | None
    turnover_minor: int | None
    employees: int | None
    country_code: str | None
    parent: str | None


class Product(NamedTuple):
    """A product with its list price."""

    place: Place
    name: str
    series: str
    price_minor: int


class Agent(NamedTuple):
    """A sales agent, the manager of the team and the regional office."""

    place: Place
    name: str
    manager: str
    office: str


class Deal(NamedTuple):
    """An opportunity; what the file leaves empty is none."""

    place: Place
    key: str
    agent: str
    product: str
    account: str | None
    stage: DealStage
    engaged_on: date | None
    closed_on: date | None
    value_minor: int | None


@dataclass(frozen=True)
class Sample:
    """The rows of the four files that can be imported, and what there is to say about them."""

    accounts: tuple[Account, ...]
    products: tuple[Product, ...]
    agents: tuple[Agent, ...]
    deals: tuple[Deal, ...]
    notes: tuple[Note, ...]
