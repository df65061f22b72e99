"""What cards and columns of a board say: amounts, marks, tooltips, and words of a drag."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from core.board_moves import Bar
from core.board_place import LOST_PLACE, NOT_SET, WON_PLACE, BoardKind, Place, PlaceKind
from core.board_values import Board, BoardColumn, BoardQuery, ColumnFigures, Health
from core.day_ranges import Calendar
from core.exchange import Exchange
from core.formats import Formats
from core.totals import Base, CurrencyTotal, Totals
from db.card_list import CardItem
from db.exchange_rates import DatedRate
from db.ids import new_id
from db.list_query import ListQuery
from db.parameters import Parameters
from views.boards.card_words import CardWords, in_saving, initials, moved_by, sent_back
from views.boards.column_words import ColumnWords, accepts_entry
from views.boards.drag_words import Dragged, DragWords
from widgets.kanban.values import CardState, End, Tone

if TYPE_CHECKING:
    from widgets.theme import Theme

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
PROGRESS = BoardKind.PROGRESS
HALF = Place(PlaceKind.PROBABILITY, new_id())
QUARTER = Place(PlaceKind.PROBABILITY, new_id())
STAGE = Place(PlaceKind.STAGE, new_id())
WORDS = CardWords(Formats("en_GB"), Parameters(), Calendar())
BASE = Base(
    "EUR",
    NOW.date(),
    Exchange([DatedRate("EUR", "USD", date(2026, 1, 1), 2_000_000)], {"EUR": 2, "USD": 2, "X": 2}),
)


def card(**values: object) -> CardItem:
    """Return an open opportunity of 127,300.00 EUR that is on time."""
    usual = {
        "id": new_id(),
        "number": "26/0412",
        "title": "Press line 3",
        "contact_id": new_id(),
        "contact": "Officine Brenta S.p.A.",
        "user": "Marta Bellini",
        "type": "National",
        "probability_id": HALF.id,
        "percent": 50,
        "by_hand": False,
        "workflow_id": new_id(),
        "stage_id": STAGE.id,
        "stage": "Negotiation",
        "stage_colour": "stage-5",
        "stale_days": None,
        "outcome": "open",
        "net_minor": 12_730_000,
        "currency": "EUR",
        "decimals": 2,
        "expected_close_on": date(2026, 12, 18),
        "closed_on": None,
        "last_activity_at": NOW - DAY,
        "next_activity_at": NOW + DAY,
        "touched_at": NOW - DAY,
    }
    return CardItem(**{**usual, **values})  # type: ignore[arg-type]


def totals(rows: int, net: int, *, unknown: int = 0, missing: tuple[str, ...] = ()) -> Totals:
    """Return totals in EUR, all of them of USD."""
    by = CurrencyTotal("USD", rows, net * 2, net * 2, net, unknown, unknown)
    return Totals("EUR", rows, net, net, net // 2, unknown, unknown, missing, (by,))


def column(place: Place, title: str, figures: Totals, **values: object) -> BoardColumn:
    """Return an open column of cards."""
    usual = {
        "colour": None,
        "percent": 50,
        "outcome": "open",
        "is_retired": False,
        "figures": ColumnFigures(figures.rows, figures),
        "cards": (),
        "query": ListQuery(),
    }
    return BoardColumn(place, title, **{**usual, **values})  # type: ignore[arg-type]


def board(*columns: BoardColumn, days: int = 90) -> Board:
    """Return a board of columns."""
    query = BoardQuery(BoardKind.PROGRESS, closed_days=days)
    values = {"query": query, "columns": columns, "open": totals(0, 0), "base": BASE}
    known = {name: values.get(name) for name in Board._fields}
    return Board(**known)  # type: ignore[arg-type]


def marks(item: CardItem) -> list[str]:
    return [mark.icon for mark in WORDS.marks(item, NOW)]


def test_a_card_says_who_what_where_and_how_much(light: Theme) -> None:
    shown = WORDS.card(card(), NOW, light)

    assert (shown.heading, shown.title) == ("Officine Brenta S.p.A.", "Press line 3")
    assert (shown.caption, shown.initials) == ("Marta Bellini · National", "MB")
    assert (shown.stage, shown.colour) == ("Negotiation", light.stage_colours("stage-5").base)
    assert (shown.amount, shown.amount_short, shown.unit) == ("127,300.00", "127,300", "EUR")
    assert (shown.tone, shown.marks) == (Tone.POSITIVE, ())


@pytest.mark.parametrize(
    ("minor", "decimals", "short"),
    [(1_050, 2, "11"), (1_049, 2, "10"), (-1_050, 2, "-11"), (1_050, 0, "1,050"), (1_499, 3, "1")],
)
def test_a_compact_card_rounds_to_units(
    minor: int, decimals: int, short: str, light: Theme
) -> None:
    shown = WORDS.card(card(net_minor=minor, decimals=decimals), NOW, light)

    assert shown.amount_short == short


def test_an_amount_that_is_not_known_is_a_dash_without_currency(light: Theme) -> None:
    shown = WORDS.card(card(net_minor=None), NOW, light)

    assert (shown.amount, shown.amount_short, shown.unit) == ("–", "–", "")
    assert shown.tone is Tone.UNKNOWN
    assert "Without amount" in shown.tip


def test_zero_is_known_and_worth_nothing(light: Theme) -> None:
    assert WORDS.card(card(net_minor=0), NOW, light).tone is Tone.ZERO


def test_a_stage_without_colour_gives_none(light: Theme) -> None:
    assert WORDS.card(card(stage=None, stage_colour=None), NOW, light).colour is None


def test_what_is_on_time_has_no_mark() -> None:
    assert marks(card()) == []


def test_late_stale_and_unplanned_ones_are_marked() -> None:
    assert marks(card(next_activity_at=NOW - DAY)) == ["warning-circle-fill"]
    assert marks(card(touched_at=NOW - 22 * DAY)) == ["clock-fill"]
    assert marks(card(touched_at=NOW - 800 * DAY)) == ["clock-fill"]
    assert marks(card(next_activity_at=None)) == ["calendar-x"]


def test_a_stage_has_stale_days_of_its_own() -> None:
    assert marks(card(touched_at=NOW - 8 * DAY, stale_days=7)) == ["clock-fill"]
    assert marks(card(touched_at=NOW - 30 * DAY, stale_days=60)) == []


def test_what_is_closed_waits_for_nobody() -> None:
    late = {"touched_at": NOW - 90 * DAY, "next_activity_at": NOW - DAY}

    assert marks(card(outcome="won", closed_on=NOW.date(), **late)) == []


def test_the_tooltip_has_the_cents_and_all_that_the_card_leaves_out() -> None:
    lines = WORDS.tip(card(net_minor=12_730_055, by_hand=True), NOW).split("\n")

    assert lines[:5] == [
        "Officine Brenta S.p.A.",
        "Press line 3",
        "26/0412 · National",
        "127,300.55 EUR",
        "Negotiation · 50 % by hand",
    ]
    assert "Expected close: 18 Dec 26" in lines


def test_the_tooltip_of_what_is_closed_says_how_and_when() -> None:
    lines = WORDS.tip(card(outcome="lost", closed_on=date(2026, 3, 1)), NOW).split("\n")

    assert "Lost: 01 Mar 26" in lines


def test_a_card_tells_who_moved_it_and_why_it_came_back(light: Theme) -> None:
    plain = WORDS.card(card(), NOW, light)

    moved, back = moved_by(plain, "Elisa Conti"), sent_back(plain, "Not moved")

    assert (moved.note, moved.note_initials) == ("Moved by Elisa Conti just now", "EC")
    assert (back.note, back.state) == ("Not moved", CardState.REFUSED)
    assert in_saving(plain).state is CardState.SAVING


def test_initials_are_those_of_two_words() -> None:
    assert [initials(name) for name in ("Marta Bellini", "Anna", "", "de la Cruz")] == [
        "MB",
        "A",
        "",
        "DL",
    ]


def test_a_column_says_count_total_and_how_it_stands() -> None:
    shown = board(column(HALF, "50 %", totals(1_200, 43_453_000)))

    words = ColumnWords(Formats("en_GB"), shown).column(shown.columns[0], Health(6, 1, 0, 2))

    assert [(f.value, f.unit) for f in words.figures] == [("1,200", ""), ("434,530.00", "EUR")]
    assert [(s.role, s.weight, s.words) for s in words.shares] == [
        ("positive-mark", 6, "6 on time"),
        ("warning-mark", 1, "1 stale"),
    ]
    assert (words.key, words.end, words.note) == (HALF.key, End.NONE, "")
    assert words.accepts_entry
    assert words.entry_hint == "Contact, title, amount"


def test_a_column_without_health_yet_has_no_bar() -> None:
    shown = board(column(HALF, "50 %", totals(1, 100)))

    words = ColumnWords(Formats("en_GB"), shown).column(shown.columns[0], None)

    assert words.shares == ()


def test_the_ends_say_of_which_days_they_are_and_take_no_entry() -> None:
    ends = (
        column(LOST_PLACE, "LOST", totals(31, 100), outcome="lost", percent=None),
        column(WON_PLACE, "WON", totals(58, 100), outcome="won", percent=None),
    )
    shown = board(*ends, days=30)

    lost, won = (ColumnWords(Formats("en_GB"), shown).column(end, None) for end in ends)

    assert (lost.end, won.end) == (End.LEFT, End.RIGHT)
    assert lost.note == won.note == "last 30 days"
    assert not lost.accepts_entry
    assert lost.mark is not None
    assert (lost.mark.icon, lost.mark.role) == ("x-circle-fill", "negative-mark")


def test_what_a_total_leaves_out_is_said_in_the_band_and_the_tooltip() -> None:
    shown = board(column(HALF, "50 %", totals(20, 100, unknown=12, missing=("CHF",))))

    words = ColumnWords(Formats("en_GB"), shown).column(shown.columns[0], None)

    assert words.figures[0].label == "Count, 12 without amount"
    assert words.note == "no rate for CHF, not in the sums"
    assert "12 without amount" in words.tip


def test_the_tooltip_of_a_column_has_the_weighted_total_and_the_split() -> None:
    shown = board(column(HALF, "50 %", totals(20, 100_000)))

    tip = ColumnWords(Formats("en_GB"), shown).tip(shown.columns[0])

    assert "Net: 1,000.00 EUR" in tip
    assert "Weighted: 500.00 EUR" in tip
    assert "2,000.00 USD" in tip


def test_a_lost_column_has_no_weighted_total() -> None:
    shown = board(column(LOST_PLACE, "LOST", totals(20, 100_000), outcome="lost"))

    assert "Weighted" not in ColumnWords(Formats("en_GB"), shown).tip(shown.columns[0])


@pytest.mark.parametrize(
    ("values", "accepts"),
    [({}, True), ({"percent": 0}, False), ({"percent": 100}, False), ({"is_retired": True}, False)],
)
def test_nothing_begins_in_a_column_that_closes_or_is_retired(
    values: dict[str, object], *, accepts: bool
) -> None:
    assert accepts_entry(column(HALF, "50 %", totals(0, 0), **values), PROGRESS) is accepts


def test_a_stage_that_stands_for_any_percent_takes_an_entry() -> None:
    assert accepts_entry(column(STAGE, "Offer", totals(0, 0), percent=100), BoardKind.STAGES)


def test_what_has_no_stage_is_entered_on_the_progress_board_alone() -> None:
    unset = column(NOT_SET, "Not set", totals(0, 0), percent=None)

    assert accepts_entry(unset, PROGRESS)
    assert not accepts_entry(unset, BoardKind.STAGES)


def dragged(*items: CardItem, unseen: int = 0) -> Dragged:
    """Return cards of the half column in a drag over two columns, and some that are not loaded."""
    shown = board(
        column(QUARTER, "25 %", totals(9, 100)), column(HALF, "50 %", totals(8, 60_000_000))
    )
    keys = [*(item.id for item in items), *(new_id() for _ in range(unseen))]
    return Dragged(shown, dict.fromkeys(keys, HALF), items)


def test_a_drop_says_before_what_it_would_make_of_count_and_total() -> None:
    three = [card(net_minor=net) for net in (7_590_500, 6_032_500, 4_522_000)]

    found = DragWords(Formats("en_GB")).previews(dragged(*three))

    assert found == {QUARTER.key: ((("9", "12"), ("", "+ 181,450.00")),)}


def test_amounts_of_other_currencies_are_not_added_up_raw() -> None:
    two = [card(net_minor=100_00), card(net_minor=100_00, currency="USD")]

    assert dragged(*two).net_minor() == 150_00


def test_an_amount_without_rate_is_left_out_as_in_the_totals() -> None:
    two = [card(net_minor=100_00), card(net_minor=100_00, currency="X")]

    assert dragged(*two).net_minor() == 100_00


def test_nothing_is_said_of_a_sum_while_a_card_is_not_loaded() -> None:
    found = DragWords(Formats("en_GB")).previews(dragged(card(), unseen=1))

    assert found[QUARTER.key].figures == (("9", "11"), ("", ""))


def test_cards_that_stand_in_a_column_already_add_nothing_to_it() -> None:
    item, other = card(), card(net_minor=1_00)
    shown = dragged(item, other)
    mixed = Dragged(shown.board, {item.id: HALF, other.id: QUARTER}, (item, other))

    found = DragWords(Formats("en_GB")).previews(mixed)

    assert found[QUARTER.key].figures == (("9", "10"), ("", "+ 127,300.00"))
    assert found[HALF.key].figures == (("8", "9"), ("", "+ 1.00"))


def test_the_status_bar_says_what_is_dragged_and_what_a_drop_does() -> None:
    shown = dragged(card(), card(net_minor=0))

    texts = DragWords(Formats("en_GB")).status(shown, shown.board.columns[0])

    assert [text.plain() for text in texts] == [
        "2 cards dragged",
        "Net 127,300.00 EUR",
        "Drop sets probability to 25 %",
        "Esc cancels",
    ]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (WON_PLACE, "Drop closes as won"),
        (LOST_PLACE, "Drop closes as lost"),
        (STAGE, "Drop moves to Title"),
        (NOT_SET, "Drop moves to Title"),
    ],
)
def test_each_kind_of_column_says_what_a_drop_does(place: Place, said: str) -> None:
    shown = dragged(card())

    texts = DragWords(Formats("en_GB")).status(shown, column(place, "Title", totals(0, 0)))

    assert texts[2].plain() == said


def test_a_refusal_names_some_of_the_cards_that_it_is_for() -> None:
    bar = Bar(WON_PLACE, ("No move.", "No right."), ("A", "B", "C", "D"))

    found = DragWords(Formats("en_GB")).refusals({WON_PLACE: bar}, 5)[WON_PLACE.key]

    assert found.head == "Not allowed here"
    assert found.sentence == "No move. No right. 4 of 5 cards:"
    assert found.names == ("A", "B", "C")


def test_a_refusal_of_all_cards_counts_none() -> None:
    bar = Bar(WON_PLACE, ("No move.",), ("A", "B"))

    found = DragWords(Formats("en_GB")).refusals({WON_PLACE: bar}, 2)[WON_PLACE.key]

    assert found.sentence == "No move."


def test_keys_of_places_can_be_read_back() -> None:
    places = (HALF, STAGE, WON_PLACE, LOST_PLACE, NOT_SET)

    assert [Place.of(place.key) for place in places] == list(places)
    assert isinstance(HALF.id, UUID)
