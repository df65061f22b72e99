"""Fills a database with the demo company: believable, the same for the same seed and day."""

from __future__ import annotations

from contextlib import contextmanager
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from core.demo import catalogue
from core.demo.alone import refuse_second_fill
from core.demo.batch import Batch
from core.demo.clock import Clock
from core.demo.contacts import CUSTOMER, ContactBook
from core.demo.errors import CancelledError
from core.demo.first import ById, read_kinds, read_open_probabilities, read_reasons
from core.demo.ground import Ground
from core.demo.house import HouseBuilder
from core.demo.ids import IdMaker
from core.demo.numbers import Numbers
from core.demo.opportunities import OpportunityMaker, Tools
from core.demo.report import DemoProgress, DemoReport
from core.demo.writer import Writer
from db.bulk_load import analyze, without_log
from db.engine import Lane
from db.tables import lookups
from db.tables.contact import ContactRow
from db.writes import update_rows
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from sqlalchemy import Connection

    from core.demo.house import House
    from core.workspace import Workspace
    from db.acts import Act

FILLED = marked("Filled the database with demo data")
# More opportunities than these are written without a log, which takes a third of the time.
MOST_LOGGED = 20_000
# Rows of this many opportunities wait in memory, with a dozen rows each.
CHUNK = 2_000
# How often a fill listens to the user.
PULSE = 200
FEWEST_CONTACTS = 12
# Two contacts for seven opportunities; in the largest fills one for five.
CONTACTS_CAP = 20_000


def fill_with_demo(  # noqa: PLR0913 - all but two are optional
    workspace: Workspace,
    now: datetime,
    *,
    opportunities: int = 2000,
    seed: int = 1,
    progress: Callable[[DemoProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> DemoReport:
    """Write the demo company with so many opportunities, all or nothing; report what was written.

    Raises a DealboardError where demo data are there already, or the user cancelled.
    """
    began = perf_counter()
    with_log = opportunities <= MOST_LOGGED
    act = workspace.act(FILLED, now, {"count": opportunities})
    watch = _Watch(_contact_count(opportunities) + opportunities, progress, cancelled)
    with _connection(workspace, act, with_log=with_log) as connection:
        fill = _Fill(workspace, connection, act, seed)
        fill.write(opportunities, watch)
        watch.finish()
        if with_log:
            analyze(connection)
    return DemoReport(dict(fill.writer.counts), perf_counter() - began, with_log)


@contextmanager
def _connection(workspace: Workspace, act: Act, *, with_log: bool) -> Iterator[Connection]:
    database = workspace.database
    if not with_log:
        with without_log(database, refuse_second_fill) as connection:
            yield connection
        return
    with database.writing(act, Lane.LONG) as connection:
        refuse_second_fill(connection)
        yield connection


class _Watch:
    """Tells how far the fill is, and listens whether to stop."""

    def __init__(
        self,
        total: int,
        progress: Callable[[DemoProgress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._total = total
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled

    def step(self, name: str) -> None:
        """Count one record."""
        if self._done % PULSE == 0:
            self._pulse(name)
        self._done += 1

    def finish(self) -> None:
        """Tell that all records are written."""
        self._pulse(_("Finishing"))

    def _pulse(self, name: str) -> None:
        if self._cancelled and self._cancelled():
            raise CancelledError
        if self._progress:
            self._progress(DemoProgress(self._done, self._total, name))


class _Fill:
    """One fill on one connection."""

    def __init__(self, workspace: Workspace, connection: Connection, act: Act, seed: int) -> None:
        self._user = workspace.user
        self._connection = connection
        # Believable is enough here; nothing is secret.
        self._rng = Random(seed)  # noqa: S311
        self._clock = Clock(act.at)
        self._ids = IdMaker(self._rng)
        self._ids.at(self._clock.at(self._clock.begin, 0))
        self.writer = Writer(connection, act, self._ids)

    def write(self, opportunities: int, watch: _Watch) -> None:
        """Write the company, then contacts, then opportunities."""
        numbers = Numbers(self._connection)
        builder = HouseBuilder(self.writer, self._clock, self._rng, self._user)
        ground = self._ground(builder.build(numbers, opportunities))
        book = ContactBook(ground, self._clock, self._ids, self._rng)
        count = _contact_count(opportunities)
        self._repeat(count, watch, _("Contacts"), book.add)
        tools = Tools(ground, self._clock, self._ids, self._rng, numbers)
        maker = OpportunityMaker(tools, book)
        self._repeat(opportunities, watch, _("Opportunities"), maker.add)
        self._make_customers(ground, book, maker.first_won)
        numbers.store()

    def _repeat(
        self, count: int, watch: _Watch, name: str, add: Callable[[float, Batch], None]
    ) -> None:
        """Make so many records, in chunks that are written one after the other."""
        batch = Batch(self.writer)
        for n in range(count):
            watch.step(name)
            add((n + self._rng.random()) / count, batch)
            if n % CHUNK == CHUNK - 1:
                batch.write()
        batch.write()

    def _make_customers(
        self, ground: Ground, book: ContactBook, first_won: dict[int, date]
    ) -> None:
        """Make customers of the contacts who bought, on the day of their first order."""
        customer = ground.contact_types[CUSTOMER]
        rows = [
            (book.known[place].id, {"contact_type_id": customer, "customer_on": day})
            for place, day in sorted(first_won.items())
        ]
        update_rows(self._connection, ContactRow, rows, self.writer.act)

    def _ground(self, house: House) -> Ground:
        connection, lookup = self._connection, self.writer.lookups
        qualities = ById(connection, lookups.QualityRow)
        addresses = ById(connection, lookups.AddressTypeRow)
        activities = ById(connection, lookups.ActivityTypeRow)
        named = {kind: activities[kind.replace("_", "-")] for kind in catalogue.SUBJECTS}
        return Ground(
            company_id=house.company_id,
            user_id=self._user.id,
            agents=house.agents,
            service_user_id=house.service_user_id,
            service_team_id=house.service_team_id,
            kinds=read_kinds(connection),
            families=house.families,
            probabilities=read_open_probabilities(connection),
            positive_reasons=read_reasons(connection, 1),
            negative_reasons=read_reasons(connection, -1),
            qualities={int(code): key for code, key in qualities.items() if code.isdigit()},
            origins=dict(ById(connection, lookups.OriginRow)),
            sectors=lookup(lookups.SectorRow, _pairs(catalogue.SECTORS)),
            categories=tuple(
                lookup(lookups.CommercialCategoryRow, _pairs(catalogue.CATEGORIES)).values()
            ),
            competitors=tuple(
                lookup(lookups.CompetitorRow, _pairs(catalogue.COMPETITORS)).values()
            ),
            tags=tuple(lookup(lookups.TagRow, _tags()).values()),
            campaigns=house.campaigns,
            activity_types=named,
            contact_types=ById(connection, lookups.ContactTypeRow),
            note_types=tuple(ById(connection, lookups.NoteTypeRow).values()),
            payment_terms=tuple(ById(connection, lookups.PaymentTermsRow).values()),
            main_address_id=addresses.get("main"),
        )


def _contact_count(opportunities: int) -> int:
    wanted = min(opportunities * 2 // 7, max(CONTACTS_CAP, opportunities // 5))
    return max(wanted, FEWEST_CONTACTS)


def _pairs(rows: tuple[tuple[str, str], ...]) -> list[dict[str, object]]:
    return [{"code": code, "description": text} for code, text in rows]


def _tags() -> list[dict[str, object]]:
    tags = catalogue.TAGS
    return [{"code": code, "description": text, "colour": colour} for code, text, colour in tags]
