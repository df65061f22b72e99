"""Turns rows of text into plain values; a row that cannot be trusted is left out and noted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from core.sample_import import reading
from core.sample_import.accounts import AccountReader, without_lost_parents
from core.sample_import.deals import DealReader, Named
from core.sample_import.notes import Note, RefusedRowError, Topic
from core.sample_import.sample import Agent, Product, Sample
from core.sample_import.values import read_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from core.sample_import.reading import Row
    from core.sample_import.steps import Steps


class Placed(Protocol):
    """A plain value that names the line it came from."""

    @property
    def place(self) -> object:
        """Return the line of the file."""


Found = TypeVar("Found", bound=Placed)


class Checked(NamedTuple, Generic[Found]):
    """What was read from the rows of a file, and why others were left out, by their names."""

    found: list[Found]
    refused: dict[str, Topic]


ROWS_BETWEEN_STEPS = 2_000


def check(rows: dict[str, list[Row]], notes: list[Note], steps: Steps) -> Sample:
    """Return what can be imported; the notes grow by what was mended and left out."""
    whole = sum(map(len, rows.values()))
    watched = partial(_watched, whole=whole, steps=steps)
    products = _checked(rows[reading.PRODUCTS], "product", _product, notes)
    agents = _checked(rows[reading.TEAMS], "sales_agent", _agent, notes)
    accounts = _checked(rows[reading.ACCOUNTS], "account", AccountReader().read, notes)
    reader = DealReader(
        agents=Named((agent.name for agent in agents.found), agents.refused),
        products=Named((product.name for product in products.found), products.refused),
        accounts=Named((account.name for account in accounts.found), accounts.refused),
    )
    pipeline = watched(rows[reading.PIPELINE])
    deals = _checked(pipeline, "opportunity_id", reader.read, notes)
    return Sample(
        accounts=without_lost_parents(accounts.found, notes),
        products=tuple(products.found),
        agents=tuple(agents.found),
        deals=tuple(deals.found),
        notes=tuple(notes),
    )


def _watched(rows: list[Row], *, whole: int, steps: Steps) -> Iterable[Row]:
    """Yield rows, and tell now and then how far they are."""
    before = whole - len(rows)
    for number, row in enumerate(rows):
        if number % ROWS_BETWEEN_STEPS == 0:
            steps.checking(before + number, whole)
        yield row


def _checked(
    rows: Iterable[Row], key: str, read: Callable[[Row, list[Note]], Found], notes: list[Note]
) -> Checked[Found]:
    """Return what is read from the rows; only a row that stays takes its notes with it."""
    found, out, seen = list[Found](), dict[str, Topic](), set[str]()
    for row in rows:
        mended: list[Note] = []
        try:
            _check_key(row, key, seen)
            found.append(read(row, mended))
        except RefusedRowError as refused:
            notes.append(refused.note(row.place))
            out.setdefault(row.cells[key], refused.topic)
            continue
        seen.add(row.cells[key])
        notes.extend(mended)
    return Checked(found, out)


def _check_key(row: Row, key: str, seen: set[str]) -> None:
    if row.uneven is not None:
        raise RefusedRowError(Topic.CELL_COUNT, "", row.uneven)
    if not row.cells[key]:
        raise RefusedRowError(Topic.NO_KEY, key)
    if row.cells[key] in seen:
        raise RefusedRowError(Topic.DUPLICATE, key, row.cells[key])


def _product(row: Row, mended: list[Note]) -> Product:
    text = row.cells["sales_price"]
    amount = read_amount("sales_price", text)
    if amount is None:
        raise RefusedRowError(Topic.NO_AMOUNT, "sales_price")
    if amount.rounded:
        mended.append(Note(Topic.ROUNDED, row.place, "sales_price", text))
    return Product(row.place, row.cells["product"], row.cells["series"], amount.minor)


def _agent(row: Row, mended: list[Note]) -> Agent:
    cells = row.cells
    if not cells["manager"]:
        mended.append(Note(Topic.NO_TEAM, row.place, "manager"))
    return Agent(row.place, cells["sales_agent"], cells["manager"], cells["regional_office"])
