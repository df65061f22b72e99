"""What an import wrote, mended, filled and left out, for the user to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.sample_import.contacts import NOT_NAMED
from core.sample_import.ground import CURRENCY
from core.sample_import.notes import Kind
from db.tables.contact import ContactRow
from db.tables.lookups import SectorRow, TagRow, ZoneRow
from db.tables.opportunity import (
    OpportunityLineRow,
    OpportunityRow,
    OpportunityTagRow,
    ProgressRow,
)
from db.tables.people import AgentRow, TeamRow, UserRow
from db.tables.product import ProductFamilyRow, ProductRow
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.sample_import.notes import Note
    from core.sample_import.plan import Plan
    from core.sample_import.sample import Sample
    from db.tables import Base

EXAMPLES = 5
COUNTED: tuple[tuple[type[Base], str], ...] = (
    (OpportunityRow, marked("Opportunities")),
    (OpportunityLineRow, marked("Opportunity lines")),
    (ProgressRow, marked("Moves of stage and outcome")),
    (OpportunityTagRow, marked("Tags on opportunities")),
    (ContactRow, marked("Contacts")),
    (SectorRow, marked("Sectors")),
    (ProductRow, marked("Products")),
    (ProductFamilyRow, marked("Product families")),
    (UserRow, marked("Users")),
    (AgentRow, marked("Agents")),
    (TeamRow, marked("Teams")),
    (ZoneRow, marked("Zones")),
    (TagRow, marked("Tags")),
)
HEADINGS = {
    Kind.MENDED: marked("Mended"),
    Kind.FILLED: marked("Filled"),
    Kind.LEFT_OUT: marked("Left out"),
    Kind.SAID: marked("To know"),
}


@dataclass(frozen=True)
class Count:
    """How many rows of a table were written."""

    table: str
    label: str
    written: int


@dataclass(frozen=True)
class Entry:
    """One thing that happened: how often, in a sentence, with some examples."""

    kind: Kind
    count: int
    sentence: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportReport:
    """What an import did; nothing is dropped without an entry."""

    counts: tuple[Count, ...]
    entries: tuple[Entry, ...]
    shift_days: int
    seconds: float

    def written(self, table: str) -> int:
        """Return how many rows of a table were written."""
        return next((count.written for count in self.counts if count.table == table), 0)

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Return the entries of a kind."""
        return tuple(entry for entry in self.entries if entry.kind is kind)

    def rows(self) -> list[tuple[int, str]]:
        """Return all as counts and sentences, for a table."""
        written = [(count.written, count.label) for count in self.counts]
        return written + [(entry.count, entry.sentence) for entry in self.entries]

    def lines(self) -> list[str]:
        """Return all as text to print, with the examples."""
        return list(self._lines())

    def _lines(self) -> Iterator[str]:
        yield _("Written in {seconds} seconds").format(seconds=f"{self.seconds:.1f}")
        yield from (f"{count.written:>8}  {count.label}" for count in self.counts)
        for kind, heading in HEADINGS.items():
            if self.of_kind(kind):
                yield from ("", _(heading))
            for entry in self.of_kind(kind):
                yield f"{entry.count:>8}  {entry.sentence}"
                yield from (f"{'':>10}{example}" for example in entry.examples)


def make_report(sample: Sample, plan: Plan, seconds: float, *, rated: bool) -> ImportReport:
    """Return the report of a plan that was written; rated: totals need no further rate."""
    counts = tuple(Count(row.__tablename__, _(text), plan.count(row)) for row, text in COUNTED)
    entries = (
        *_entries(plan.notes),
        *_said(sample, plan),
        *_said_of_totals(plan, rated=rated),
    )
    ordered = sorted(entries, key=lambda entry: list(Kind).index(entry.kind))
    return ImportReport(counts, tuple(ordered), plan.shift_days, seconds)


def _entries(notes: Iterable[Note]) -> Iterator[Entry]:
    """Yield an entry for all notes that say the same."""
    groups: dict[tuple[Kind, str], list[Note]] = {}
    for note in notes:
        sentence = note.topic.sentence(note.value, note.became)
        groups.setdefault((note.topic.kind, sentence), []).append(note)
    for (kind, sentence), same in groups.items():
        yield Entry(kind, len(same), sentence, tuple(map(_example, same[:EXAMPLES])))


def _example(note: Note) -> str:
    where = _("{file}, line {line}").format(file=note.place.file, line=note.place.line)
    cell = ": ".join(part for part in (note.column, note.value) if part)
    return f"{where}, {cell}" if cell else where


def _said(sample: Sample, plan: Plan) -> Iterator[Entry]:
    """Yield what holds for the whole import."""
    new = plan.count(OpportunityRow)
    there = len(plan.state.opportunities & {deal.key for deal in sample.deals})
    if there:
        text = _("Opportunities that were there already were left as they are.")
        yield Entry(Kind.SAID, there, text)
    if new:
        yield Entry(Kind.SAID, new, _shift_sentence(plan.shift_days))
        text = _("Opportunities are of the type “Sample”, in {currency}, without closing reasons.")
        yield Entry(Kind.SAID, new, text.format(currency=CURRENCY))
    contacts = plan.count(ContactRow)
    if contacts:
        yield Entry(Kind.SAID, contacts, _contact_sentence())


def _said_of_totals(plan: Plan, *, rated: bool) -> Iterator[Entry]:
    """Yield what holds for the totals."""
    count = plan.count(OpportunityRow) + len(plan.state.opportunities)
    if plan.gives_currency and plan.state.company is not None:
        text = _(
            "“{company}” now has its totals in {currency}: it had no opportunities yet, and "
            "nobody had chosen a currency."
        )
        sentence = text.format(company=plan.state.company.name, currency=CURRENCY)
        yield Entry(Kind.SAID, 1, sentence)
    if count and not rated:
        text = _(
            "Totals are in {base} and need exchange rates: without one for {currency} they "
            "leave these opportunities out."
        )
        sentence = text.format(base=plan.base_currency, currency=CURRENCY)
        yield Entry(Kind.SAID, count, sentence)


def _shift_sentence(days: int) -> str:
    if days == 0:
        return _("Dates were left as they are in the sample.")
    if days > 0:
        text = _(
            "Dates were moved forward by {days} days, so that the last one is that of the import."
        )
    else:
        text = _(
            "Dates were moved back by {days} days, so that the last one is that of the import."
        )
    return text.format(days=abs(days))


def _contact_sentence() -> str:
    text = _(
        "Contacts with a won opportunity are customers since the first one, those with others "
        "prospects, those with none leads; “{name}” is a contact. They have no team: every team "
        "sells to them. Turnover is taken as millions of {currency}."
    )
    return text.format(name=_(NOT_NAMED), currency=CURRENCY)
