"""The quick line: how it is read, the contacts it offers, the card it makes, its number."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from core.board_place import LOST_PLACE, NOT_SET, WON_PLACE, BoardKind, Place, PlaceKind
from core.edit_errors import MoveError, MoveRefusedError
from core.formats import Formats
from core.numbering import NumberError
from core.quick_entry import (
    Entry,
    EntryError,
    currencies,
    enter_card,
    find_contacts,
    parse_entry,
)
from db.ids import new_id
from db.tables.contact import ContactRow
from db.tables.lookups import NumberSeriesRow, OpportunityTypeRow
from db.tables.opportunity import OpportunityRow
from db.tables.people import CompanyRow
from db.tables.workflow import StageFieldRow, StageRow, WorkflowRow
from tests.core.test_opportunity_edit import chance, coded, moves, row_of, stage, undo_last
from tests.lists import add_contacts, change_rows, delete_rows
from tests.workspaces import NOW, add_contact, add_opportunity, write_rows

if TYPE_CHECKING:
    from uuid import UUID

    from core.quick_entry import Entered
    from core.workspace import Workspace

DECIMALS = {"EUR": 2, "USD": 2, "JPY": 0}
PROGRESS, STAGES = BoardKind.PROGRESS, BoardKind.STAGES
LINE = Entry(None, "Rossi Spa", "Press line 3", 1_234_567, "EUR")


def at(workspace: Workspace, code: str) -> Place:
    return Place(PlaceKind.PROBABILITY, chance(workspace, code))


def at_stage(workspace: Workspace, code: str) -> Place:
    return Place(PlaceKind.STAGE, stage(workspace, code))


def enter(workspace: Workspace, entry: Entry = LINE, **options: Any) -> Entered:  # noqa: ANN401
    """Enter a card at 50 % of the progress board."""
    return enter_card(workspace, PROGRESS, at(workspace, "50"), entry, NOW, **options)


def count(workspace: Workspace, row_class: Any) -> int:  # noqa: ANN401 - mapped
    with workspace.database.reading() as connection:
        live = row_class.deleted_at.is_(None)
        return connection.scalar(select(func.count()).select_from(row_class).where(live)) or 0


def add_company(workspace: Workspace, currency: str) -> UUID:
    key = new_id()
    company = {"id": key, "code": "two", "description": "Two", "currency_code": currency}
    write_rows(workspace, CompanyRow, [company])
    return key


@pytest.mark.parametrize(
    ("text", "locale", "title", "minor", "currency"),
    [
        ("Rossi, Press line 3, 12.345,67", "it_IT", "Press line 3", 1_234_567, "EUR"),
        ("Rossi, Press line 3, 12,345.67", "en", "Press line 3", 1_234_567, "EUR"),
        ("Rossi,Press,5000", "en", "Press", 500_000, "EUR"),
        ("Rossi, Press, 3,5", "de_DE", "Press", 350, "EUR"),
        ("Rossi, Press, 12.345,67 usd", "it_IT", "Press", 1_234_567, "USD"),
        ("Rossi, Press, JPY 5000", "en", "Press", 5_000, "JPY"),
        ("Rossi, Press, $ 5,000", "en", "Press", 500_000, "USD"),
        ("Rossi, Press, 5000€", "en", "Press", 500_000, "EUR"),
        ("Rossi, Press", "en", "Press", None, "EUR"),
        ("  Rossi ,  Press   line ", "en", "Press line", None, "EUR"),
        ("Rossi, Press, second shift", "en", "Press, second shift", None, "EUR"),
        ("Rossi, Press, with 3 axes, 900", "en", "Press, with 3 axes", 90_000, "EUR"),
        ("Rossi, Pump, 300 bar", "en", "Pump, 300 bar", None, "EUR"),
        ("Rossi, Press,", "en", "Press,", None, "EUR"),
    ],
)
def test_a_line_is_read_as_the_locale_writes_it(
    text: str, locale: str, title: str, minor: int | None, currency: str
) -> None:
    entry = parse_entry(text, Formats(locale), "EUR", DECIMALS)

    assert entry == Entry(None, "Rossi", title, minor, currency)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Write the name of the contact"),
        (", Press, 5", "Write the name of the contact"),
        ("Rossi", "Write a title"),
        ("Rossi, 5000", "Write a title"),
        ("Rossi, , 5000", "Write a title"),
        ("Rossi, Press, 12.3.4", "“12.3.4” is not a number"),
        ("Rossi, Press, 12.345", "too many decimals"),
        ("Rossi, Press, 300 XYZ", "There is no currency XYZ"),
        ("Rossi, " + "x" * 2_000, "too long"),
    ],
)
def test_a_line_that_says_too_little_or_wrong_is_refused_with_a_sentence(
    text: str, sentence: str
) -> None:
    with pytest.raises(EntryError, match=sentence):
        parse_entry(text, Formats("en"), "EUR", DECIMALS)


def test_the_currency_is_that_of_the_company(workspace: Workspace) -> None:
    there = add_company(workspace, "USD")

    own, decimals = currencies(workspace)
    other, _decimals = currencies(workspace, there)

    assert (own, other) == ("EUR", "USD")
    assert decimals["EUR"] == 2


def test_names_that_begin_so_are_offered_before_those_that_hold_it(workspace: Workspace) -> None:
    names = ["Aero Rossi", "Rossi Spa", "rossini", "Bianchi", "Rosso"]
    ids = add_contacts(workspace, names)
    delete_rows(workspace, ContactRow, [ids[4]])

    found = find_contacts(workspace.database, "ross, Press")

    assert {each.name for each in found[:2]} == {"Rossi Spa", "rossini"}
    assert [each.name for each in found[2:]] == ["Aero Rossi"]
    assert found[2].id == ids[0]


def test_only_so_many_contacts_are_offered_and_none_for_nothing(workspace: Workspace) -> None:
    add_contacts(workspace, [f"Rossi {number}" for number in range(20)])

    assert len(find_contacts(workspace.database, "ro", limit=5)) == 5
    assert find_contacts(workspace.database, " , Press") == []
    assert find_contacts(workspace.database, "%_") == []


def test_a_card_stands_at_its_probability_in_the_first_stage(workspace: Workspace) -> None:
    made = enter(workspace)

    row = row_of(workspace, made.opportunity_id)
    assert (row["title"], row["net_minor"], row["gross_minor"]) == (LINE.title, 1234567, 1234567)
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "50"), True)
    assert row["workflow_id"] == coded(workspace, WorkflowRow, "sale")
    assert row["stage_id"] is not None
    assert (row["outcome"], row["number"], row["user_id"]) == ("open", "26/0001", workspace.user.id)
    assert (row["created_on"], row["stage_since_on"]) == (NOW.date(), NOW.date())
    assert (made.number, made.new_contact, made.label) == ("26/0001", True, "Entered Press line 3")
    assert moves(workspace) == []


def test_a_card_of_a_stage_has_the_probability_of_the_stage(workspace: Workspace) -> None:
    made = enter_card(workspace, STAGES, at_stage(workspace, "visit"), LINE, NOW)

    row = row_of(workspace, made.opportunity_id)
    assert row["stage_id"] == stage(workspace, "visit")
    assert (row["probability_id"], row["probability_by_hand"]) == (chance(workspace, "25"), False)


def test_a_card_can_be_entered_where_no_probability_is_set(workspace: Workspace) -> None:
    made = enter_card(workspace, PROGRESS, NOT_SET, LINE, NOW)

    assert row_of(workspace, made.opportunity_id)["probability_id"] is None


def test_the_contact_is_found_whatever_its_case_else_made(workspace: Workspace) -> None:
    there = add_contact(workspace, name="ROSSI spa")
    add_contact(workspace, name="Rossi Spa Nord")

    found = enter(workspace)
    made = enter(workspace, LINE._replace(contact="Neri & Figli"))
    again = enter(workspace, LINE._replace(contact="neri & figli"))

    assert (found.contact_id, found.new_contact) == (there, False)
    assert (made.new_contact, again.new_contact) == (True, False)
    assert again.contact_id == made.contact_id
    assert count(workspace, ContactRow) == 3


def test_a_contact_that_was_chosen_is_taken_unless_it_was_deleted(workspace: Workspace) -> None:
    first = add_contact(workspace, name="Rossi Spa")
    second = add_contact(workspace, name="Rossi Spa")

    made = enter(workspace, LINE._replace(contact_id=second))
    delete_rows(workspace, ContactRow, [first])

    assert made.contact_id == second
    with pytest.raises(EntryError, match="has been deleted"):
        enter(workspace, LINE._replace(contact_id=first))


def test_the_type_is_the_one_asked_for_then_the_last_one(workspace: Workspace) -> None:
    project = coded(workspace, OpportunityTypeRow, "project")

    plain = enter(workspace)
    asked = enter(workspace, type_id=project)
    again = enter(workspace)

    types = [row_of(workspace, m.opportunity_id)["type_id"] for m in (plain, asked, again)]
    assert types == [coded(workspace, OpportunityTypeRow, "sale"), project, project]
    assert [plain.number, asked.number, again.number] == ["26/0001", "P26/0001", "P26/0002"]


def test_in_a_stage_the_type_is_one_of_its_workflow(workspace: Workspace) -> None:
    enter(workspace, type_id=coded(workspace, OpportunityTypeRow, "project"))

    made = enter_card(workspace, STAGES, at_stage(workspace, "visit"), LINE, NOW)

    row = row_of(workspace, made.opportunity_id)
    assert row["type_id"] == coded(workspace, OpportunityTypeRow, "sale")


def test_nothing_new_is_entered_as_closed(workspace: Workspace) -> None:
    closed = [WON_PLACE, LOST_PLACE, at(workspace, "100"), at(workspace, "0")]

    for place in closed:
        with pytest.raises(EntryError, match="What is new is open"):
            enter_card(workspace, PROGRESS, place, LINE, NOW)
    with pytest.raises(EntryError, match="What is new is open"):
        enter_card(workspace, STAGES, at_stage(workspace, "won"), LINE, NOW)

    assert count(workspace, OpportunityRow) == 0
    assert count(workspace, ContactRow) == 0


def test_a_column_that_was_deleted_or_retired_takes_nothing(workspace: Workspace) -> None:
    place = at_stage(workspace, "visit")
    change_rows(workspace, StageRow, [stage(workspace, "visit")], {"retired_at": NOW})

    with pytest.raises(MoveRefusedError, match="retired"):
        enter_card(workspace, STAGES, place, LINE, NOW)
    with pytest.raises(MoveError, match="deleted"):
        enter_card(workspace, PROGRESS, Place(PlaceKind.PROBABILITY, new_id()), LINE, NOW)

    assert count(workspace, ContactRow) == 0


def test_a_stage_that_demands_a_field_says_so(workspace: Workspace) -> None:
    demanded = {"id": new_id(), "stage_id": stage(workspace, "visit"), "field_name": "origin_id"}
    write_rows(workspace, StageFieldRow, [demanded])

    with pytest.raises(MoveRefusedError, match="Origin must be filled in first"):
        enter_card(workspace, STAGES, at_stage(workspace, "visit"), LINE, NOW)


def test_one_undo_takes_card_and_new_contact_back_but_not_the_number(workspace: Workspace) -> None:
    made = enter(workspace)

    label = undo_last(workspace)
    after = enter(workspace)

    assert label == "Entered Press line 3"
    assert row_of(workspace, made.opportunity_id) == {}
    assert count(workspace, ContactRow) == 1
    assert after.number == "26/0002"


def test_numbers_begin_anew_each_year_and_pass_over_taken_ones(workspace: Workspace) -> None:
    sale = coded(workspace, OpportunityTypeRow, "sale")
    for number in ("26/0001", "26/0003"):
        add_opportunity(workspace, add_contact(workspace), type_id=sale, number=number)
    place, later = at(workspace, "50"), NOW + timedelta(days=365)

    numbers = [enter(workspace).number for _each in range(2)]
    next_year = enter_card(workspace, PROGRESS, place, LINE, later).number

    assert numbers == ["26/0002", "26/0004"]
    assert next_year == "27/0001"


def test_each_company_counts_by_itself(workspace: Workspace) -> None:
    user = workspace.user._replace(company_id=add_company(workspace, "EUR"))

    numbers = [enter(each).number for each in (workspace, replace(workspace, user=user))]

    assert numbers == ["26/0001", "26/0001"]


def test_a_series_without_years_goes_on(workspace: Workspace) -> None:
    series = coded(workspace, NumberSeriesRow, "opportunity")
    change_rows(workspace, NumberSeriesRow, [series], {"pattern": "N{n}", "by_year": False})
    place, later = at(workspace, "50"), NOW + timedelta(days=365)

    numbers = [enter_card(workspace, PROGRESS, place, LINE, day).number for day in (NOW, later)]

    assert numbers == ["N1", "N2"]


@pytest.mark.parametrize("pattern", ["{what}", "{n:04", "{}"])
def test_a_pattern_that_cannot_be_written_is_refused(workspace: Workspace, pattern: str) -> None:
    series = coded(workspace, NumberSeriesRow, "opportunity")
    change_rows(workspace, NumberSeriesRow, [series], {"pattern": pattern})

    with pytest.raises(NumberError, match="gives no numbers"):
        enter(workspace)


def test_a_pattern_that_does_not_count_is_refused_once_it_is_taken(workspace: Workspace) -> None:
    series = coded(workspace, NumberSeriesRow, "opportunity")
    change_rows(workspace, NumberSeriesRow, [series], {"pattern": "{yy}"})
    enter(workspace)

    with pytest.raises(NumberError, match="gives no numbers"):
        enter(workspace)


def test_a_deleted_series_says_so(workspace: Workspace) -> None:
    delete_rows(workspace, NumberSeriesRow, [coded(workspace, NumberSeriesRow, "opportunity")])

    with pytest.raises(NumberError, match="has been deleted"):
        enter(workspace)


def test_two_who_enter_at_once_get_numbers_of_their_own_and_one_contact(
    workspace: Workspace,
) -> None:
    place = at(workspace, "50")

    def one(number: int) -> UUID:
        entry = LINE._replace(title=f"Card {number}")
        return enter_card(workspace, PROGRESS, place, entry, NOW).opportunity_id

    with ThreadPoolExecutor(4) as threads:
        ids = list(threads.map(one, range(12)))

    numbers = {row_of(workspace, key)["number"] for key in ids}
    assert numbers == {f"26/{number:04}" for number in range(1, 13)}
    assert count(workspace, ContactRow) == 1
