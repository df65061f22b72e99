"""Totals of lists: one GROUP BY in the database, converted and weighted here."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from core.list_figures import ListFigures
from db.filters import ChoiceFilter, DayFilter, Filter, MoneyFilter, TextFilter
from db.ids import new_id
from db.list_query import ListQuery
from db.opportunity_list import OPPORTUNITY_LIST
from db.record_list import ordered_ids
from db.tables.lookups import CurrencyRow, ExchangeRateRow, ProbabilityRow
from db.tables.opportunity import OpportunityRow
from tests.copies import open_copy
from tests.lists import add_opportunities
from tests.workspaces import NOW, add_contact, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from core.totals import Totals
    from core.workspace import Workspace

TODAY = NOW.date()
CURRENCIES = ("EUR", "USD", "JPY", "GBP")
COUNT = 240
RATES = [("USD", 100, 1_100_000), ("USD", 20, 1_250_000), ("JPY", 400, 160_000_000)]
QUERIES: dict[str, ListQuery] = {
    "all": ListQuery(),
    "open": ListQuery(filters=(ChoiceFilter("outcome", ("open",)),)),
    "closed": ListQuery(filters=(ChoiceFilter("outcome", ("won", "lost")),)),
    "text": ListQuery(text="line 0000"),
    "title": ListQuery(filters=(TextFilter("title", "1"),)),
    "contact": ListQuery(filters=(TextFilter("contact", "rossi"),)),
    "named": ListQuery(filters=(TextFilter("stage", "new"),)),
    "days": ListQuery(filters=(DayFilter("closed", TODAY - timedelta(days=60), None),)),
    "money": ListQuery(filters=(MoneyFilter("net", 1_000_000, None),)),
    "nothing": ListQuery(filters=(TextFilter("title", "zzz"),)),
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """Return a workspace with opportunities in four currencies, one of them without a rate."""
    workspace = open_copy(request, tmp_path_factory, request.param)
    rates = [
        {
            "id": new_id(),
            "base_code": "EUR",
            "currency_code": code,
            "valid_on": TODAY - timedelta(days=ago),
            "rate_millionths": rate,
        }
        for code, ago, rate in RATES
    ]
    write_rows(workspace, ExchangeRateRow, rates)
    contacts = [add_contact(workspace, name=name) for name in ("Rossi", "Weiss")]
    with workspace.database.reading() as connection:
        chances = [*connection.scalars(select(ProbabilityRow.id)), None]
    rng = Random(1)  # noqa: S311 - the same each time

    def values(_place: int) -> dict[str, Any]:
        outcome = rng.choice(["open", "open", "won", "lost"])
        closed = None if outcome == "open" else TODAY - timedelta(days=rng.randrange(90))
        net = rng.choice([None, rng.randrange(10**7)])
        return {
            "currency_code": rng.choice(CURRENCIES),
            "outcome": outcome,
            "closed_on": closed,
            "probability_id": rng.choice(chances),
            "gross_minor": rng.choice([None, rng.randrange(10**7)]),
            "net_minor": net,
            "expected_close_on": TODAY + timedelta(days=rng.randrange(-40, 200)),
            "next_activity_at": rng.choice([None, NOW - timedelta(1), NOW + timedelta(1)]),
            "touched_at": NOW - timedelta(days=rng.randrange(60)),
        }

    add_opportunities(workspace, contacts, COUNT, values)
    yield workspace
    workspace.database.close()


class Plain:
    """The same figures, row by row."""

    def __init__(self, workspace: Workspace, query: ListQuery) -> None:
        """Read the rows of a query."""
        with workspace.database.reading() as connection:
            ids = ordered_ids(connection, OPPORTUNITY_LIST, query)
            assert ids is not None
            keys = {ids[place] for place in range(len(ids))}
            rows = connection.execute(select(OpportunityRow.__table__)).all()
            table = ProbabilityRow.__table__.c
            self.percents = dict(connection.execute(select(table.id, table.percent)).all())
            codes = CurrencyRow.__table__.c
            self.decimals = dict(connection.execute(select(codes.code, codes.decimals)).all())
        self.rows = [row for row in rows if row.id in keys]

    def rate(self, row: Any) -> Fraction | None:  # noqa: ANN401 - a row as it is stored
        """Return what one minor unit of a row's currency is worth in cents of a euro."""
        if row.currency_code == "EUR":
            return Fraction(1)
        day = row.closed_on or TODAY
        found = [
            (TODAY - timedelta(days=ago), rate)
            for code, ago, rate in RATES
            if code == row.currency_code and TODAY - timedelta(days=ago) <= day
        ]
        if not found:
            return None
        shift = Fraction(10) ** (2 - self.decimals[row.currency_code])
        return Fraction(shift * Fraction(1_000_000, max(found)[1]))

    def total(self, name: str, *, weighted: bool = False, key: object = ...) -> int:
        """Return a sum in the base currency."""
        whole = Fraction()
        for row in self.rows:
            rate, amount = self.rate(row), getattr(row, name)
            if rate is None or amount is None or key not in (..., row.probability_id):
                continue
            percent = self.percents.get(row.probability_id, 0) if weighted else 100
            whole += rate * amount * percent
        return round(whole / 100)


@pytest.mark.parametrize("name", QUERIES)
def test_totals_are_those_of_the_rows_one_by_one(filled: Workspace, name: str) -> None:
    plain = Plain(filled, QUERIES[name])

    found = ListFigures(filled).totals(QUERIES[name], NOW)

    assert found.currency == "EUR"
    assert found.rows == len(plain.rows)
    assert found.net_minor == plain.total("net_minor")
    assert found.gross_minor == plain.total("gross_minor")
    assert found.weighted_minor == plain.total("net_minor", weighted=True)
    assert found.net_unknown == sum(row.net_minor is None for row in plain.rows)
    assert found.gross_unknown == sum(row.gross_minor is None for row in plain.rows)
    without = {row.currency_code for row in plain.rows if plain.rate(row) is None}
    assert set(found.missing) == without
    assert_split(found, plain)


def assert_split(found: Totals, plain: Plain) -> None:
    """Compare the split by currency."""
    counts = Counter(row.currency_code for row in plain.rows)
    assert {each.currency: each.rows for each in found.by_currency} == dict(counts)
    for each in found.by_currency:
        rows = [row for row in plain.rows if row.currency_code == each.currency]
        assert each.net_minor == sum(row.net_minor or 0 for row in rows)
        assert each.gross_minor == sum(row.gross_minor or 0 for row in rows)
        weights = [(row.net_minor or 0) * plain.percents.get(row.probability_id, 0) for row in rows]
        assert each.weighted_minor == round(Fraction(sum(weights), 100))


def test_a_missing_rate_is_named_and_its_amounts_stand_in_the_split_alone(
    filled: Workspace,
) -> None:
    pounds = ListQuery(filters=(ChoiceFilter("currency", ("GBP",)),))

    found = ListFigures(filled).totals(pounds, NOW)

    assert found.missing == ("GBP",)
    assert found.net_minor == 0
    assert found.by_currency[0].net_minor > 0


@pytest.mark.parametrize("every", [1, 3, COUNT])
def test_the_selection_has_the_totals_of_its_rows(filled: Workspace, every: int) -> None:
    with filled.database.reading() as connection:
        ids = ordered_ids(connection, OPPORTUNITY_LIST, ListQuery())
    assert ids is not None
    chosen = [ids[place] for place in range(0, len(ids), every)]

    found = ListFigures(filled).selection(chosen, NOW)

    plain = Plain(filled, ListQuery())
    plain.rows = [row for row in plain.rows if row.id in set(chosen)]
    assert found.rows == len(chosen)
    assert found.net_minor == plain.total("net_minor")
    assert_split(found, plain)


def test_a_selection_in_several_parts_adds_up(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled.database.reading() as connection:
        ids = ordered_ids(connection, OPPORTUNITY_LIST, ListQuery())
    assert ids is not None
    chosen = [ids[place] for place in range(len(ids))]
    whole = ListFigures(filled).totals(ListQuery(), NOW)
    monkeypatch.setattr("db.parts.MANY_IDS", 7)

    assert ListFigures(filled).selection(chosen, NOW) == whole
    assert ListFigures(filled).selection([], NOW).rows == 0


def test_the_funnel_has_a_row_for_each_probability_and_one_for_none(filled: Workspace) -> None:
    plain = Plain(filled, ListQuery())

    rows = ListFigures(filled).figures(ListQuery(), NOW).funnel

    counts: Counter[UUID | None] = Counter(row.probability_id for row in plain.rows)
    assert [row.percent for row in rows] == [0, 10, 25, 50, 75, 90, 100, None]
    assert {row.probability_id: row.rows for row in rows} == dict(counts)
    for row in rows:
        assert row.net_minor == plain.total("net_minor", key=row.probability_id)
        weighted = plain.total("net_minor", weighted=True, key=row.probability_id)
        assert row.weighted_minor == weighted


def test_an_empty_list_has_an_empty_funnel_without_a_row_for_none(filled: Workspace) -> None:
    rows = ListFigures(filled).figures(QUERIES["nothing"], NOW).funnel

    assert [row.rows for row in rows] == [0] * 7


def test_the_months_are_this_one_and_the_four_that_follow(filled: Workspace) -> None:
    plain = Plain(filled, QUERIES["open"])

    months = ListFigures(filled).figures(ListQuery(), NOW).months

    assert [m.month for m in months] == [date(2026, number, 1) for number in range(3, 8)]
    for month in months:
        rows = [r for r in plain.rows if r.expected_close_on.replace(day=1) == month.month]
        assert month.rows == len(rows)
        plain_month = Plain(filled, QUERIES["nothing"])
        plain_month.rows = rows
        assert month.net_minor == plain_month.total("net_minor")
        assert month.weighted_minor == plain_month.total("net_minor", weighted=True)


def test_what_needs_attention_is_counted_among_the_open_ones(filled: Workspace) -> None:
    plain = Plain(filled, QUERIES["open"])
    stale_days = filled.parameters.stale_days

    found = ListFigures(filled).figures(ListQuery(), NOW).attention

    assert found.no_next == sum(row.next_activity_at is None for row in plain.rows)
    late = [row for row in plain.rows if row.next_activity_at and row.next_activity_at < NOW]
    assert found.overdue == len(late)
    stale = [row for row in plain.rows if row.touched_at < NOW - timedelta(days=stale_days)]
    assert found.stale == len(stale)


def test_todays_rate_is_that_of_the_users_day(filled: Workspace) -> None:
    dollars: tuple[Filter, ...] = (
        ChoiceFilter("currency", ("USD",)),
        ChoiceFilter("outcome", ("open",)),
    )
    figures = ListFigures(filled)

    before = figures.totals(ListQuery(filters=dollars), datetime(2026, 2, 1, tzinfo=UTC))
    now = figures.totals(ListQuery(filters=dollars), NOW)

    own = now.by_currency[0].net_minor
    assert before.net_minor == round(Fraction(own * 10, 11))
    assert now.net_minor == round(Fraction(own * 4, 5))
