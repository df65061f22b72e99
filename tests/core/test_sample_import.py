"""The sample's rows become contacts, users, products and opportunities, on either engine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from core.sample_import import import_sample
from db.capture import derived
from db.tables.contact import ContactAddressRow, ContactRow
from db.tables.log import ActRow, ChangeRow
from db.tables.lookups import (
    ContactTypeRow,
    CurrencyRow,
    NumberCounterRow,
    NumberSeriesRow,
    OpportunityTypeRow,
    ParameterRow,
    ProbabilityRow,
    SectorRow,
    ZoneRow,
)
from db.tables.opportunity import (
    OpportunityLineRow,
    OpportunityRow,
    OpportunityTagRow,
    ProgressRow,
)
from db.tables.people import AgentRow, CompanyRow, TeamRow, UserRow
from db.tables.product import ProductFamilyRow, ProductPriceRow, ProductRow
from db.tables.workflow import StageRow, TransitionRow, WorkflowRow
from db.writes import table_of, update_rows
from tests.core.sample_help import IMPORTED, KEPT, SAMPLE, acts, count, imported, rows, tags
from tests.workspaces import NOW, write_rows

if TYPE_CHECKING:
    from core.workspace import Workspace

TODAY = NOW.date()
# The last day of the sample is 2017-12-31.
SHIFT = TODAY - date(2017, 12, 31)
WON = {"W1", "W2", "W3", "W4", "W5"}


def test_accounts_become_contacts_with_their_figures(workspace: Workspace) -> None:
    imported(workspace)

    acme = rows(workspace, ContactRow)["Acme"]
    sector = rows(workspace, SectorRow)["technology"]
    assert (acme.name, acme.person, acme.currency_code) == ("Acme", False, "USD")
    assert (acme.turnover_minor, acme.employees, acme.founded_year) == (110_004_000_000, 2822, 1996)
    assert (acme.country_code, acme.sector_id, acme.team_id) == ("US", sector.id, None)
    assert (sector.code, sector.description) == ("technology", "Technology")


def test_each_contact_has_its_country_in_a_main_address(workspace: Workspace) -> None:
    imported(workspace)

    contacts = rows(workspace, ContactRow)
    addresses = rows(workspace, ContactAddressRow, "contact_id")
    found = {
        key: (addresses[contact.id].country_code, addresses[contact.id].main)
        for key, contact in contacts.items()
        if contact.id in addresses
    }
    italy = ("IT", True)
    assert found == {
        "Acme": ("US", True),
        "Zeta": ("PH", True),
        "Omega": ("KR", True),
        "Ring A": italy,
        "Ring B": italy,
    }


def test_a_parent_may_stand_later_in_the_file(workspace: Workspace) -> None:
    imported(workspace)

    contacts = rows(workspace, ContactRow)
    assert contacts["Zeta"].parent_id == contacts["Omega"].id
    assert contacts["Omega"].parent_id is None


def test_a_circle_of_parents_is_cut_once(workspace: Workspace) -> None:
    imported(workspace)

    contacts = rows(workspace, ContactRow)
    assert contacts["Ring A"].parent_id is None
    assert contacts["Ring B"].parent_id == contacts["Ring A"].id


def test_the_type_of_a_contact_follows_from_what_it_bought(workspace: Workspace) -> None:
    imported(workspace)

    kinds = {row.id: row.kind for row in rows(workspace, ContactTypeRow, "code").values()}
    contacts = rows(workspace, ContactRow)
    found = {row.name: kinds[row.contact_type_id] for row in contacts.values()}
    assert found == {
        "Acme": "customer",
        "Omega": "customer",
        "Zeta": "prospect",
        "Hollow": "lead",
        "Ring A": "lead",
        "Ring B": "lead",
        "Not named (sample)": "contact",
    }
    assert contacts["Acme"].customer_on == date(2017, 3, 1) + SHIFT
    assert contacts["Zeta"].customer_on is None


def test_sales_teams_become_users_agents_teams_and_zones(workspace: Workspace) -> None:
    imported(workspace)

    users, agents = rows(workspace, UserRow), rows(workspace, AgentRow)
    teams, zones = rows(workspace, TeamRow), rows(workspace, ZoneRow)
    anna = agents["Anna Snelling"]
    assert users["Anna Snelling"].login == "sample.anna.snelling"
    assert set(users) == {*agents, "Summer Sewald"}
    assert set(teams) == {"Dustin Brinkmann", "Summer Sewald"}
    assert teams["Dustin Brinkmann"].manager_id == users["Dustin Brinkmann"].id
    assert users["Summer Sewald"].team_id == teams["Summer Sewald"].id
    assert anna.user_id == users["Anna Snelling"].id
    assert (anna.team_id, anna.zone_id) == (teams["Dustin Brinkmann"].id, zones["Central"].id)
    assert users["Anna Snelling"].team_id == teams["Dustin Brinkmann"].id


def test_an_agent_without_a_manager_has_no_team(workspace: Workspace) -> None:
    imported(workspace)

    solo = rows(workspace, AgentRow)["Solo Walker"]
    assert (solo.team_id, solo.zone_id) == (None, None)
    assert rows(workspace, OpportunityRow)["P1"].team_id is None


def test_series_become_families_and_products_have_a_list_price(workspace: Workspace) -> None:
    imported(workspace)

    product = rows(workspace, ProductRow)["GTX Pro"]
    price = rows(workspace, ProductPriceRow, "product_id")[product.id]
    assert product.family_id == rows(workspace, ProductFamilyRow)["GTX"].id
    assert (product.code, product.description) == ("gtx-pro", "GTX Pro")
    assert (price.currency_code, price.price_minor, price.price_list_id) == ("USD", 482_100, None)


def test_the_workflow_of_the_sample_has_coloured_stages_and_moves(workspace: Workspace) -> None:
    imported(workspace)

    workflow = rows(workspace, WorkflowRow)["sample"]
    kind = rows(workspace, OpportunityTypeRow)["sample"]
    percents = {row.id: row.percent for row in rows(workspace, ProbabilityRow, "code").values()}
    stages = rows(workspace, StageRow)
    assert kind.workflow_id == workflow.id
    assert [
        (s.code, percents[s.probability_id], s.outcome, s.initial, s.final, s.position)
        for s in sorted(stages.values(), key=lambda stage: int(stage.position))
    ] == [
        ("prospecting", 25, "open", True, False, 0),
        ("engaging", 50, "open", False, False, 1),
        ("won", 100, "won", False, True, 2),
        ("lost", 0, "lost", False, True, 3),
    ]
    assert len({stage.colour for stage in stages.values()}) == 4
    assert {stage.workflow_id for stage in stages.values()} == {workflow.id}
    start, goal = stages["Prospecting"].id, stages["Engaging"].id
    moves = rows(workspace, TransitionRow, "from_stage_id")
    assert (moves[start].to_stage_id, moves[goal].to_stage_id) == (goal, start)


def test_a_won_opportunity_has_discount_below_and_none_above_the_list(workspace: Workspace) -> None:
    imported(workspace)

    found = rows(workspace, OpportunityRow)
    below, above, rounded = found["W1"], found["W2"], found["W4"]
    assert (below.gross_minor, below.discount_minor, below.net_minor) == (482_100, 30_700, 451_400)
    assert (above.gross_minor, above.discount_minor, above.net_minor) == (6_000, 0, 6_000)
    assert (rounded.gross_minor, rounded.discount_minor, rounded.net_minor) == (5_500, 500, 5_000)


def test_open_and_lost_opportunities_have_the_list_price_and_a_mark(workspace: Workspace) -> None:
    imported(workspace)

    for key, price in (("L1", 5_500), ("E1", 482_100), ("P1", 2_676_800), ("P2", 482_100)):
        row = rows(workspace, OpportunityRow)[key]
        assert (row.gross_minor, row.discount_minor, row.net_minor) == (price, 0, price)
        assert "sample-list-price" in tags(workspace, key)
    assert "sample-list-price" not in tags(workspace, "W1")


def test_a_won_opportunity_without_a_value_is_marked_too(workspace: Workspace) -> None:
    imported(workspace)

    assert rows(workspace, OpportunityRow)["W3"].net_minor == 5_500
    assert "sample-list-price" in tags(workspace, "W3")


def test_an_opportunity_without_an_account_gets_the_one_not_named(workspace: Workspace) -> None:
    imported(workspace)

    found = rows(workspace, OpportunityRow)
    not_named = rows(workspace, ContactRow, "name")["Not named (sample)"]
    assert found["E1"].contact_id == found["P2"].contact_id == not_named.id
    assert "sample-no-account" in tags(workspace, "E1")
    assert found["E1"].title == "GTX Pro"
    assert found["W1"].title == "GTX Pro for Acme"


def test_days_move_so_that_the_last_one_is_today(workspace: Workspace) -> None:
    report = imported(workspace)

    found = rows(workspace, OpportunityRow)
    assert report.shift_days == SHIFT.days
    assert found["L1"].closed_on == TODAY
    assert found["W1"].created_on == date(2016, 10, 20) + SHIFT
    assert rows(workspace, ParameterRow, "code")["sample_shift_days"].value == str(SHIFT.days)


def test_days_stay_where_the_user_wants_them_kept(workspace: Workspace) -> None:
    report = imported(workspace, keep_dates=True)

    row = rows(workspace, OpportunityRow)["W1"]
    assert report.shift_days == 0
    assert (row.created_on, row.closed_on) == (date(2016, 10, 20), date(2017, 3, 1))


def test_missing_days_are_filled_and_marked(workspace: Workspace) -> None:
    imported(workspace)

    found = rows(workspace, OpportunityRow)
    days = {key: (found[key].created_on, found[key].closed_on) for key in ("P1", "W3", "W4", "W5")}
    closed, engaged = date(2017, 6, 1) + SHIFT, date(2017, 2, 1) + SHIFT
    assert days == {
        "P1": (TODAY, None),
        "W3": (TODAY, TODAY),
        "W4": (closed, closed),
        "W5": (engaged, TODAY),
    }
    assert all("sample-no-date" in tags(workspace, key) for key in days)
    assert "sample-no-date" not in tags(workspace, "W1")


def test_open_opportunities_close_after_the_median_days_of_their_product(
    workspace: Workspace,
) -> None:
    imported(workspace)

    found = rows(workspace, OpportunityRow)
    # GTX Pro was won once, after 132 days; GTK 500 never, so all products count: 132 and 60.
    assert found["E1"].expected_close_on == found["E1"].created_on + timedelta(days=132)
    assert found["P1"].expected_close_on == TODAY + timedelta(days=96)
    assert found["W1"].expected_close_on is None
    assert "sample-expected-close" in tags(workspace, "E1")


def test_each_opportunity_has_one_line_with_its_amounts(workspace: Workspace) -> None:
    imported(workspace)

    found = rows(workspace, OpportunityRow)
    lines, product = rows(workspace, OpportunityLineRow), rows(workspace, ProductRow)["MG Special"]
    for key in KEPT:
        line, row = lines[key], found[key]
        assert (line.opportunity_id, line.team_id) == (row.id, row.team_id)
        assert (line.gross_minor, line.discount_minor, line.net_minor) == (
            row.gross_minor,
            row.discount_minor,
            row.net_minor,
        )
        assert line.closed_on == (row.closed_on if key in WON else None)
    assert (lines["W2"].product_id, lines["W2"].product_family_id) == (
        product.id,
        product.family_id,
    )


def test_an_opportunity_stands_where_its_stage_says(workspace: Workspace) -> None:
    imported(workspace)

    found, stages = rows(workspace, OpportunityRow), rows(workspace, StageRow)
    kind = rows(workspace, OpportunityTypeRow)["sample"]
    for key, stage in (("W1", "Won"), ("L1", "Lost"), ("E1", "Engaging"), ("P1", "Prospecting")):
        row, expected = found[key], stages[stage]
        assert (row.stage_id, row.outcome) == (expected.id, expected.outcome)
        assert row.probability_id == expected.probability_id
        assert (row.type_id, row.workflow_id) == (kind.id, kind.workflow_id)
        assert row.probability_by_hand is False or row.probability_by_hand == 0


def test_agent_user_and_team_of_an_opportunity_are_those_of_its_agent(workspace: Workspace) -> None:
    imported(workspace)

    row, agent = rows(workspace, OpportunityRow)["W5"], rows(workspace, AgentRow)["Carl Lin"]
    assert (row.agent_id, row.user_id, row.team_id) == (agent.id, agent.user_id, agent.team_id)
    assert row.entered_by_id == workspace.user.id


def test_moves_stand_at_midday_of_their_day_by_the_agent(workspace: Workspace) -> None:
    imported(workspace)

    won = rows(workspace, OpportunityRow)["W1"]
    stages = {row.id: row.code for row in rows(workspace, StageRow).values()}
    first, last = _moves(workspace, won.id)
    assert (first.from_stage_id, stages[first.to_stage_id]) == (None, "engaging")
    assert (stages[last.from_stage_id], stages[last.to_stage_id]) == ("engaging", "won")
    assert (first.to_outcome, last.from_outcome, last.to_outcome) == ("open", "open", "won")
    assert first.moved_at == datetime(2016, 10, 20, 12, tzinfo=UTC) + SHIFT
    assert last.moved_at == datetime(2017, 3, 1, 12, tzinfo=UTC) + SHIFT
    assert (first.days_in_stage, last.days_in_stage) == (None, 132)
    assert (last.user_id, last.team_id) == (won.user_id, won.team_id)


def test_a_move_of_today_is_never_in_the_future(workspace: Workspace) -> None:
    imported(workspace)

    lost = rows(workspace, OpportunityRow)["L1"]
    assert _moves(workspace, lost.id)[-1].moved_at == NOW


def test_an_open_opportunity_has_only_its_first_move(workspace: Workspace) -> None:
    imported(workspace)

    stages = {row.id: row.code for row in rows(workspace, StageRow).values()}
    found = rows(workspace, OpportunityRow)
    (engaging,), (prospecting,) = (_moves(workspace, found[key].id) for key in ("E1", "P1"))
    assert stages[engaging.to_stage_id] == "engaging"
    assert stages[prospecting.to_stage_id] == "prospecting"


def test_derived_columns_are_as_the_triggers_would_keep_them(workspace: Workspace) -> None:
    imported(workspace)
    before = rows(workspace, OpportunityRow)

    act = workspace.act("Rebuilt", NOW)
    with workspace.database.writing(act) as connection:
        derived.rebuild(connection)

    assert rows(workspace, OpportunityRow) == before
    assert before["W1"].stage_since_on == before["W1"].closed_on
    assert {row.last_activity_at for row in before.values()} == {None}


def test_numbers_follow_the_creation_in_each_year(workspace: Workspace) -> None:
    imported(workspace)

    found = sorted(rows(workspace, OpportunityRow).values(), key=lambda row: str(row.id))
    assert [(row.origin_key, row.number) for row in found] == [
        ("W1", "S24/0001"),
        ("W2", "S25/0001"),
        ("W5", "S25/0002"),
        ("L1", "S25/0003"),
        ("W4", "S25/0004"),
        ("E1", "S26/0001"),
        ("P2", "S26/0002"),
        ("W3", "S26/0003"),
        ("P1", "S26/0004"),
    ]
    assert _counters(workspace) == {2024: 1, 2025: 4, 2026: 4}


def test_all_rows_carry_the_one_act(workspace: Workspace) -> None:
    before = count(workspace, ChangeRow)

    imported(workspace)

    act_id, label = acts(workspace)[-1]
    with workspace.database.reading() as connection:
        values = connection.scalar(select(ActRow.label_values).where(ActRow.id == act_id))
        logged = list(
            connection.execute(select(ChangeRow.table_name).where(ChangeRow.act_id == act_id))
        )
    assert (label, values) == (IMPORTED, '{"count": 9}')
    assert len(logged) == count(workspace, ChangeRow) - before
    written = (OpportunityRow, OpportunityLineRow, OpportunityTagRow, ProgressRow, ContactRow)
    for row_class in written:
        table = table_of(row_class)
        assert [row.table_name for row in logged].count(table.name) == count(workspace, row_class)


def test_opportunities_belong_to_the_base_company_in_dollars(workspace: Workspace) -> None:
    imported(workspace)

    (company,) = rows(workspace, CompanyRow, "code").values()
    assert {row.company_id for row in rows(workspace, OpportunityRow).values()} == {company.id}
    assert {row.currency_code for row in rows(workspace, OpportunityRow).values()} == {"USD"}


def test_a_deleted_dollar_is_brought_back(workspace: Workspace) -> None:
    dollar = rows(workspace, CurrencyRow, "code")["USD"]
    act = workspace.act("Deleted", NOW)
    with workspace.database.writing(act) as connection:
        update_rows(connection, CurrencyRow, [(dollar.id, {"deleted_at": NOW})], act)

    imported(workspace)

    assert rows(workspace, CurrencyRow, "code")["USD"].id == dollar.id


def test_lookup_rows_that_the_user_has_are_used(workspace: Workspace) -> None:
    row = {"code": "retail", "description": "Shops", "position": 4}
    write_rows(workspace, SectorRow, [row])

    imported(workspace)

    sectors = rows(workspace, SectorRow, "code")
    assert sectors["retail"].description == "Shops"
    assert rows(workspace, ContactRow)["Omega"].sector_id == sectors["retail"].id
    assert sectors["technology"].position == 5


def test_codes_that_the_user_has_are_left_to_the_user(workspace: Workspace) -> None:
    write_rows(workspace, ProductRow, [{"code": "gtx-pro", "description": "Ours"}])
    write_rows(workspace, UserRow, [{"login": "sample.carl.lin", "name": "Another"}])

    imported(workspace)

    assert rows(workspace, ProductRow)["GTX Pro"].code == "gtx-pro-2"
    assert rows(workspace, UserRow)["Carl Lin"].login == "sample.carl.lin-2"


def test_probabilities_follow_parameters_and_are_made_where_missing(workspace: Workspace) -> None:
    row = {"code": "signed", "description": "Signed", "percent": 100, "position": 9}
    write_rows(workspace, ProbabilityRow, [row])
    act = workspace.act("Changed", NOW)
    with workspace.database.writing(act) as connection:
        parameter, probability = table_of(ParameterRow), table_of(ProbabilityRow)
        won = update(parameter).where(parameter.c.code == "won_probability")
        connection.execute(won.values(value="signed", changed_at=NOW))
        gone = update(probability).where(probability.c.percent == 25)
        connection.execute(gone.values(retired_at=NOW, changed_at=NOW))

    imported(workspace)

    stages, probabilities = rows(workspace, StageRow), rows(workspace, ProbabilityRow, "code")
    made = {row.id: row for row in probabilities.values()}[stages["Prospecting"].probability_id]
    assert stages["Won"].probability_id == probabilities["signed"].id
    assert (made.code, made.percent, made.description) == ("25-2", 25, "Prospecting")


def test_a_moment_of_another_zone_counts_by_its_day_in_utc(sqlite_workspace: Workspace) -> None:
    late = datetime.fromisoformat("2026-03-05T01:00:00+03:00")

    import_sample(sqlite_workspace, SAMPLE, late)

    assert rows(sqlite_workspace, OpportunityRow)["P1"].created_on == TODAY


def _moves(workspace: Workspace, opportunity_id: object) -> list[ProgressRow]:
    table = table_of(ProgressRow)
    query = select(table).where(table.c.opportunity_id == opportunity_id)
    with workspace.database.reading() as connection:
        found = connection.execute(query.order_by(table.c.moved_at, table.c.id))
        return list(found)  # type: ignore[arg-type]  # rows with the columns of the class


def _counters(workspace: Workspace) -> dict[int, int]:
    counter = NumberCounterRow
    series = rows(workspace, NumberSeriesRow)["sample"]
    query = select(counter.year, counter.last_number).where(counter.series_id == series.id)
    with workspace.database.reading() as connection:
        return {row.year: row.last_number for row in connection.execute(query)}
