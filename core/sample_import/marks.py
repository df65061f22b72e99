"""Which tags mark what an import filled in, and the notes that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.sample_import.contacts import NOT_NAMED
from core.sample_import.ground import EXPECTED_TAG, LIST_PRICE_TAG, NO_ACCOUNT_TAG, NO_DATE_TAG
from core.sample_import.notes import Note, Topic
from core.sample_import.sample import DealStage
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.sample_import.dating import DatedDeal

Tag = tuple[str, str]


class Mark(NamedTuple):
    """A tag on an opportunity, and why it is there."""

    tag: Tag
    topic: Topic


def marks(one: DatedDeal, *, expected: bool) -> Iterator[Mark]:
    """Yield the marks of what the file does not say about an opportunity."""
    deal = one.deal
    if deal.account is None:
        yield Mark(NO_ACCOUNT_TAG, Topic.NO_ACCOUNT)
    if deal.value_minor is None:
        won = deal.stage is DealStage.WON
        yield Mark(LIST_PRICE_TAG, Topic.LIST_PRICE_WON if won else Topic.LIST_PRICE)
    date_topic = _date_topic(one)
    if date_topic is not None:
        yield Mark(NO_DATE_TAG, date_topic)
    if expected:
        yield Mark(EXPECTED_TAG, Topic.EXPECTED_CLOSE)


def note(mark: Mark, one: DatedDeal) -> Note:
    """Return the note that says what was filled."""
    named = NOT_NAMED if mark.topic is Topic.NO_ACCOUNT else mark.tag[1]
    return Note(mark.topic, one.deal.place, "", one.deal.key, _(named))


def _date_topic(one: DatedDeal) -> Topic | None:
    deal = one.deal
    closes = deal.stage.outcome != "open"
    if deal.engaged_on is None:
        return Topic.NO_CREATION if deal.closed_on is not None else Topic.NO_DATE
    return Topic.NO_CLOSE if closes and deal.closed_on is None else None
