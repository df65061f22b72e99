"""Reads the opportunities of the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.sample_import.mending import KnownNames
from core.sample_import.notes import Note, RefusedRowError, Topic
from core.sample_import.sample import STAGE_BY_LABEL, Deal, DealStage
from core.sample_import.values import read_amount, read_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from core.sample_import.reading import Row


class Named:
    """The names that a file gives, and those whose rows were left out, with the reason."""

    def __init__(self, names: Iterable[str], refused: Mapping[str, Topic]) -> None:
        """Know these names."""
        self.known = KnownNames(names)
        self._left_out = KnownNames(filter(None, refused))
        self._reasons = refused

    def left_out(self, text: str) -> tuple[str, str] | None:
        """Return the name that was meant and why its row was left out, if one was."""
        name = self._left_out.same(text)
        return (name, self._reasons[name].sentence("", "")) if name else None


class _Topics(NamedTuple):
    """What to note of a name that was mended, is not known, or was left out with its row."""

    mended: Topic
    unknown: Topic
    refused: Topic


TOPICS = {
    "sales_agent": _Topics(Topic.AGENT, Topic.UNKNOWN_AGENT, Topic.REFUSED_AGENT),
    "product": _Topics(Topic.PRODUCT, Topic.UNKNOWN_PRODUCT, Topic.REFUSED_PRODUCT),
    "account": _Topics(Topic.ACCOUNT, Topic.UNKNOWN_ACCOUNT, Topic.REFUSED_ACCOUNT),
    "deal_stage": _Topics(Topic.STAGE, Topic.UNKNOWN_STAGE, Topic.UNKNOWN_STAGE),
}


class DealReader:
    """Reads one opportunity after the other; what it names must stand in the other files."""

    def __init__(self, agents: Named, products: Named, accounts: Named) -> None:
        """Know what an opportunity may name."""
        stages = Named(STAGE_BY_LABEL, {})
        self._named = {
            "sales_agent": agents,
            "product": products,
            "account": accounts,
            "deal_stage": stages,
        }

    def read(self, row: Row, notes: list[Note]) -> Deal:
        """Return the opportunity of a row; one that cannot be trusted refuses the row."""
        agent = self._name(row, "sales_agent", notes)
        product = self._name(row, "product", notes)
        account = self._name(row, "account", notes) if row.cells["account"] else None
        stage = STAGE_BY_LABEL[self._name(row, "deal_stage", notes)]
        return Deal(
            row.place,
            row.cells["opportunity_id"],
            agent,
            product,
            account,
            stage,
            *_days(row, stage, notes),
            _value(row, stage, notes),
        )

    def _name(self, row: Row, column: str, notes: list[Note]) -> str:
        named, topics, text = self._named[column], TOPICS[column], row.cells[column]
        name = named.known.same(text)
        if name is None:
            left_out = named.left_out(text)
            if left_out is None:
                raise RefusedRowError(topics.unknown, column, text)
            raise RefusedRowError(topics.refused, column, *left_out)
        if name != text:
            notes.append(Note(topics.mended, row.place, column, text, name))
        return name


def _days(row: Row, stage: DealStage, notes: list[Note]) -> tuple[date | None, date | None]:
    """Return the days of engaging and closing; an open opportunity has not closed."""
    text = row.cells["close_date"]
    engaged = read_day("engage_date", row.cells["engage_date"])
    closed = read_day("close_date", text)
    if closed is not None and stage.outcome == "open":
        notes.append(Note(Topic.CLOSE_OF_OPEN, row.place, "close_date", text))
        return engaged, None
    if engaged is not None and closed is not None and closed < engaged:
        raise RefusedRowError(Topic.DATE_ORDER, "close_date", text)
    return engaged, closed


def _value(row: Row, stage: DealStage, notes: list[Note]) -> int | None:
    """Return what a won opportunity brought."""
    text = row.cells["close_value"]
    amount = read_amount("close_value", text)
    if amount is None:
        return None
    if stage is not DealStage.WON:
        if amount.minor:
            notes.append(Note(Topic.VALUE_OF_OPEN, row.place, "close_value", text))
        return None
    if amount.rounded:
        notes.append(Note(Topic.ROUNDED, row.place, "close_value", text))
    return amount.minor
