"""A company that nobody has touched takes the sample's currency; else the report asks for rates."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from sqlalchemy import update

from core.list_figures import ListFigures
from core.sample_import import Kind, import_sample
from core.undo import undo
from core.workspace import open_workspace
from db.list_query import ListQuery
from db.tables.lookups import ExchangeRateRow
from db.tables.people import CompanyRow
from db.writes import update_rows
from resources.texts import language
from tests.core.sample_help import KEPT, PIPELINE, SAMPLE, acts, changes, imported, rows, sentences
from tests.workspaces import NOW, add_contact, add_opportunity, write_rows

if TYPE_CHECKING:
    from pathlib import Path

    from core.sample_import import ImportReport
    from core.workspace import Workspace
    from db.writes import Values

TAKEN = (
    "“My company” now has its totals in USD: it had no opportunities yet, and nobody had chosen "
    "a currency."
)
ASKED = (
    "Totals are in EUR and need exchange rates: without one for USD they leave these "
    "opportunities out."
)


def company(workspace: Workspace) -> UUID:
    (row,) = rows(workspace, CompanyRow, "code").values()
    return UUID(str(row.id))


def currency(workspace: Workspace) -> str:
    (row,) = rows(workspace, CompanyRow, "code").values()
    return str(row.currency_code)


def change(workspace: Workspace, **values: object) -> None:
    """Change the company as its user would."""
    act = workspace.act("Changed the company", NOW)
    row: Values = values
    with workspace.database.writing(act) as connection:
        update_rows(connection, CompanyRow, [(company(workspace), row)], act)


def said(report: ImportReport) -> set[str]:
    return {TAKEN, ASKED} & set(sentences(report, Kind.SAID))


def totals(workspace: Workspace) -> tuple[str, tuple[str, ...], int]:
    """Return currency, currencies without a rate, and the sum of the list."""
    found = ListFigures(workspace).totals(ListQuery(), NOW)
    return found.currency, found.missing, found.net_minor


def test_an_untouched_company_takes_the_currency_and_totals_add_up(workspace: Workspace) -> None:
    report = imported(workspace)

    code, missing, net = totals(workspace)
    assert currency(workspace) == code == "USD"
    assert missing == ()
    assert net > 0
    assert said(report) == {TAKEN}


def test_a_database_in_another_language_is_untouched_too(tmp_path: Path) -> None:
    language.use("de")
    try:
        workspace = open_workspace(str(tmp_path / "board.db"), NOW)
    finally:
        language.use("en")

    imported(workspace)

    assert currency(workspace) == "USD"
    workspace.database.close()


def test_a_second_import_says_and_changes_nothing_of_the_currency(workspace: Workspace) -> None:
    imported(workspace)
    before = (acts(workspace), changes(workspace))

    report = imported(workspace)

    assert (acts(workspace), changes(workspace)) == before
    assert said(report) == set()


@pytest.mark.parametrize(
    "values", [{"currency_code": "GBP"}, {"description": "Bianchi S.r.l."}, {"country_code": "IT"}]
)
def test_a_company_that_somebody_changed_keeps_its_currency(
    workspace: Workspace, values: dict[str, str]
) -> None:
    change(workspace, **values)
    before = currency(workspace)

    report = imported(workspace)

    assert currency(workspace) == before
    asked = ASKED.replace("EUR", before)
    assert sentences(report, Kind.SAID)[asked] == len(KEPT)
    assert TAKEN not in sentences(report, Kind.SAID)
    assert totals(workspace) == (before, ("USD",), 0)


def test_a_currency_that_was_chosen_and_is_the_first_one_again_stays(
    sqlite_workspace: Workspace,
) -> None:
    change(sqlite_workspace, currency_code="GBP")
    change(sqlite_workspace, currency_code="EUR")

    report = imported(sqlite_workspace)

    assert currency(sqlite_workspace) == "EUR"
    assert said(report) == {ASKED}


def test_a_company_changed_by_another_program_keeps_its_currency(
    sqlite_workspace: Workspace,
) -> None:
    with sqlite_workspace.database.changing() as connection:
        connection.execute(update(CompanyRow).values(vat_number="IT01234567890"))

    report = imported(sqlite_workspace)

    assert said(report) == {ASKED}


def test_a_company_with_opportunities_keeps_its_currency(workspace: Workspace) -> None:
    add_opportunity(workspace, add_contact(workspace))

    report = imported(workspace)

    assert currency(workspace) == "EUR"
    assert said(report) == {ASKED}


def test_a_company_whose_opportunities_were_deleted_has_none(sqlite_workspace: Workspace) -> None:
    add_opportunity(sqlite_workspace, add_contact(sqlite_workspace), deleted_at=NOW)

    report = imported(sqlite_workspace)

    assert said(report) == {TAKEN}


def test_the_company_of_the_user_counts_and_not_another(sqlite_workspace: Workspace) -> None:
    other = {"code": "other", "description": "Other", "currency_code": "CHF"}
    write_rows(sqlite_workspace, CompanyRow, [other])

    imported(sqlite_workspace)

    found = rows(sqlite_workspace, CompanyRow, "code")
    assert (found["main"].currency_code, found["other"].currency_code) == ("USD", "CHF")


def test_a_company_that_the_user_entered_keeps_its_currency(sqlite_workspace: Workspace) -> None:
    change(sqlite_workspace, deleted_at=NOW)
    own = {"code": "own", "description": "Own", "currency_code": "CHF"}
    write_rows(sqlite_workspace, CompanyRow, [own])
    user = sqlite_workspace.user._replace(company_id=company(sqlite_workspace))

    report = imported(replace(sqlite_workspace, user=user))

    assert rows(sqlite_workspace, CompanyRow, "code")["own"].currency_code == "CHF"
    assert ASKED.replace("EUR", "CHF") in sentences(report, Kind.SAID)


def test_with_a_rate_nothing_has_to_be_said(sqlite_workspace: Workspace) -> None:
    change(sqlite_workspace, description="Bianchi S.r.l.")
    rate = {"base_code": "EUR", "currency_code": "USD", "rate_millionths": 1_080_000}
    write_rows(sqlite_workspace, ExchangeRateRow, [{**rate, "valid_on": NOW.date()}])

    report = imported(sqlite_workspace)

    assert said(report) == set()
    assert currency(sqlite_workspace) == "EUR"


def test_a_second_import_asks_for_rates_again_while_they_are_missing(
    sqlite_workspace: Workspace,
) -> None:
    change(sqlite_workspace, description="Bianchi S.r.l.")
    imported(sqlite_workspace)
    before = changes(sqlite_workspace)

    report = imported(sqlite_workspace)

    assert changes(sqlite_workspace) == before
    assert sentences(report, Kind.SAID)[ASKED] == len(KEPT)


def test_a_currency_chosen_after_an_import_stays(sqlite_workspace: Workspace) -> None:
    imported(sqlite_workspace)
    change(sqlite_workspace, currency_code="EUR")

    report = imported(sqlite_workspace)

    assert currency(sqlite_workspace) == "EUR"
    assert said(report) == {ASKED}


def test_an_undo_gives_the_currency_back_and_another_import_takes_it_again(
    workspace: Workspace,
) -> None:
    imported(workspace)

    undo(workspace, acts(workspace)[-1][0], NOW)
    between = currency(workspace)
    report = imported(workspace)

    assert between == "EUR"
    assert currency(workspace) == "USD"
    assert said(report) == {TAKEN}


def test_without_opportunities_the_currency_stays(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    folder = shutil.copytree(SAMPLE, tmp_path / "sample")
    pipeline = folder / PIPELINE
    pipeline.write_text(pipeline.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")

    report = import_sample(sqlite_workspace, folder, NOW)

    assert report.written("contact") > 0
    assert currency(sqlite_workspace) == "EUR"
    assert said(report) == set()
