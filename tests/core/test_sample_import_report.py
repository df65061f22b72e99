"""The user sees all that was mended, filled and left out, with counts and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.sample_import import Kind, import_sample
from db.tables.contact import ContactRow
from db.tables.opportunity import OpportunityRow
from resources.texts import language
from tests.core.sample_help import (
    KEPT,
    PIPELINE,
    SAMPLE,
    altered,
    imported,
    rows,
    sentences,
    with_lines,
)
from tests.workspaces import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from core.sample_import import Entry, ImportReport
    from core.workspace import Workspace

PRODUCTS = "products.csv"
GOOD_LINE = "N{n},Anna Snelling,GTX Pro,Acme,Won,2017-01-01,2017-03-01,{value}"


def test_counts_are_those_of_the_rows_written(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace)

    assert report.written("opportunity") == report.written("opportunity_line") == len(KEPT)
    assert report.written("progress") == 15
    assert report.written("contact") == 7
    assert report.written("app_user") == 5
    assert report.written("agent") == 4
    assert report.written("team") == report.written("zone") == 2
    assert report.written("product") == 3
    assert report.written("product_family") == 3
    assert report.written("tag") == 4


def test_every_mended_value_is_named_with_its_count(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace)

    assert sentences(report, Kind.MENDED) == {
        "The sector “technolgy” was read as “technology”.": 1,
        "The sector “Retail” was read as “retail”.": 1,
        "The country “Philipines” was read as “Philippines”.": 1,
        "The country “Korea” was read as “South Korea”.": 1,
        "The product “GTXPro” was read as “GTX Pro”.": 1,
        "The account “omega” was read as “Omega”.": 1,
        "The account “acme” was read as “Acme”.": 1,
        "The sales agent “carl lin” was read as “Carl Lin”.": 1,
        "The stage “won” was read as “Won”.": 1,
        "Spaces around a value were removed.": 1,
        "An amount with fractions of a cent was rounded.": 1,
    }


def test_every_filled_value_is_counted_under_its_mark(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace)

    found = sentences(report, Kind.FILLED)
    assert found == {
        "Open and lost: the amount is the list price, tagged “from list price”.": 4,
        "Won without a close value: the amount is the list price, tagged “from list price”.": 1,
        "Without an account: given to the contact “Not named (sample)”.": 2,
        "Without a date: the day of the import was taken, tagged “date missing in the sample”.": 2,
        "Without an engage date: the close date was taken, tagged “date missing in the sample”.": 1,
        "Won or lost without a close date: the day of the import, "
        "tagged “date missing in the sample”.": 1,
        "Open: expected to close after the median days of the product's won opportunities, "
        "tagged “expected close estimated”.": 3,
    }


def test_every_row_left_out_is_counted_under_its_reason(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace)

    assert sentences(report, Kind.LEFT_OUT) == {
        "The row has more or fewer cells than the first line.": 1,
        "The row has no name or no id.": 2,
        "The name or id stands in an earlier row already.": 2,
        "The row has a date that is not a day such as 2017-03-01, from 1990 to 2079.": 2,
        "The row closes before it was engaged.": 1,
        "The row has no amount.": 1,
        "The row has an amount that is not a number.": 1,
        "The row has a negative amount.": 2,
        "The row has an amount of more than 1,000,000,000.": 1,
        "The row has a stage that is not known.": 1,
        "The sales agent is not in sales_teams.csv.": 1,
        "Opportunities of the product “Broken”, whose row in products.csv was left out. "
        "The row has a negative amount.": 1,
        "The account is not in accounts.csv.": 1,
        "A country that is not known: left empty.": 1,
        "A parent that is not in accounts.csv: left empty.": 1,
        "A parent that would close a circle: left empty.": 1,
        "A revenue, a year or employees that cannot be: left empty.": 3,
        "A close date of an open opportunity was not taken.": 1,
        "A close value of an opportunity that is not won was not taken.": 1,
    }


def test_rows_written_and_left_out_are_all_rows_of_the_pipeline(
    sqlite_workspace: Workspace,
) -> None:
    report = imported(sqlite_workspace)

    lines = (SAMPLE / PIPELINE).read_text(encoding="utf-8").splitlines()[1:]
    out = [
        example
        for entry in report.of_kind(Kind.LEFT_OUT)
        if "left empty" not in entry.sentence and "was not taken" not in entry.sentence
        for example in entry.examples
        if example.startswith(PIPELINE)
    ]
    assert report.written("opportunity") + len(out) == len(lines)


def test_an_example_names_file_line_column_and_value(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace)

    assert _entry(report, "negative").examples == (
        "products.csv, line 5, sales_price: -3",
        "sales_pipeline.csv, line 13, close_value: -10",
    )
    assert _entry(report, "stage that is not known").examples == (
        "sales_pipeline.csv, line 16, deal_stage: Dreaming",
    )
    assert _entry(report, "more or fewer cells").examples == (
        "sales_pipeline.csv, line 23, X11,Anna Snelling,GTX Pro",
    )


def test_only_some_examples_stand_beside_a_large_count(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    lines = [GOOD_LINE.format(n=n, value="-1") for n in range(40)]

    report = import_sample(sqlite_workspace, with_lines(tmp_path, PIPELINE, *lines), NOW)

    entry = _entry(report, "negative")
    assert (entry.count, len(entry.examples)) == (42, 5)


PRODUCT = "Opportunities of the product “GTX Pro”, whose row in products.csv was left out. "
AGENT = "Opportunities of the sales agent “Carl Lin”, whose row in sales_teams.csv was left out. "
ACCOUNT = "Opportunities of the account “Omega”, whose row in accounts.csv was left out. "
UNEVEN = "The row has more or fewer cells than the first line."


@pytest.mark.parametrize(
    ("change", "sentence", "count"),
    [
        ((PRODUCTS, ",4821", ",-1"), f"{PRODUCT}The row has a negative amount.", 12),
        ((PRODUCTS, ",4821", ","), f"{PRODUCT}The row has no amount.", 12),
        ((PRODUCTS, ",GTX,4821", ",4821"), f"{PRODUCT}{UNEVEN}", 12),
        (("sales_teams.csv", "Carl Lin,", "Carl Lin,,,"), f"{AGENT}{UNEVEN}", 4),
        (("accounts.csv", "Omega,", "Omega,,"), f"{ACCOUNT}{UNEVEN}", 1),
    ],
)
def test_what_falls_with_a_row_of_another_file_is_one_line_that_says_why(
    sqlite_workspace: Workspace,
    tmp_path: Path,
    change: tuple[str, str, str],
    sentence: str,
    count: int,
) -> None:
    report = import_sample(sqlite_workspace, altered(tmp_path, *change), NOW)

    assert sentences(report, Kind.LEFT_OUT)[sentence] == count


def test_a_product_that_stands_in_no_row_is_not_known(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    line = "N1,Anna Snelling,Nothing Such,Acme,Won,2017-01-01,2017-03-01,5"

    report = import_sample(sqlite_workspace, with_lines(tmp_path, PIPELINE, line), NOW)

    assert _entry(report, "The product is not in products.csv.").count == 1


def test_a_name_that_a_later_row_gives_rightly_is_known(
    sqlite_workspace: Workspace, tmp_path: Path
) -> None:
    folder = altered(tmp_path, PRODUCTS, "GTX Pro,GTX,4821", "GTX Pro,GTX,-1\nGTX Pro,GTX,4821")

    report = import_sample(sqlite_workspace, folder, NOW)

    assert report.written("opportunity") == len(KEPT)


def test_a_cell_that_cannot_be_is_left_empty_and_the_contact_stays(
    sqlite_workspace: Workspace,
) -> None:
    imported(sqlite_workspace)

    row = rows(sqlite_workspace, ContactRow)["Hollow"]
    empty = (row.country_code, row.turnover_minor, row.employees, row.founded_year, row.parent_id)
    assert empty == (None,) * 5


def test_an_unusual_sector_is_kept_and_said(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace)

    said = sentences(report, Kind.SAID)
    assert said["The sector “astrology” is not a usual one: kept as it is."] == 1


def test_the_moved_dates_are_said(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace)

    moved = "Dates were moved forward by 2985 days, so that the last one is that of the import."
    assert sentences(report, Kind.SAID)[moved] == len(KEPT)


def test_kept_dates_are_said(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace, keep_dates=True)

    assert sentences(report, Kind.SAID)["Dates were left as they are in the sample."] == len(KEPT)


def test_dates_that_lie_ahead_move_back(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    folder = altered(tmp_path, PIPELINE, "2017-12-31", "2026-03-14")

    report = import_sample(sqlite_workspace, folder, NOW)

    moved = "Dates were moved back by 10 days, so that the last one is that of the import."
    assert moved in sentences(report, Kind.SAID)
    assert rows(sqlite_workspace, OpportunityRow)["L1"].closed_on == NOW.date()


def test_a_column_that_nobody_knows_is_said(sqlite_workspace: Workspace, tmp_path: Path) -> None:
    folder = altered(tmp_path, "products.csv", "sales_price\n", "sales_price,colour\n")
    for price in ("4821\n", ",55\n", "26768\n"):
        altered(tmp_path, "products.csv", price, price.replace("\n", ",red\n"))

    report = import_sample(sqlite_workspace, folder, NOW)

    assert _entry(report, "The column “colour” is not known and was not read.").count == 1
    assert report.written("product") == 3


def test_the_text_to_print_holds_counts_sentences_and_examples(
    sqlite_workspace: Workspace,
) -> None:
    report = imported(sqlite_workspace)

    lines = report.lines()
    assert lines[0].startswith("Written in ")
    assert "       9  Opportunities" in lines
    assert "Left out" in lines
    assert "       1  The sector “technolgy” was read as “technology”." in lines
    assert "          accounts.csv, line 2, sector: technolgy" in lines


def test_the_table_of_the_report_holds_counts_and_sentences(sqlite_workspace: Workspace) -> None:
    report = imported(sqlite_workspace)

    assert report.rows()[0] == (9, "Opportunities")
    assert (2, "The row has a negative amount.") in report.rows()


def test_the_report_speaks_the_language_in_use(sqlite_workspace: Workspace) -> None:
    language.use("qps")
    try:
        report = imported(sqlite_workspace)
    finally:
        language.use("en")

    assert all(text.startswith("[") for _count, text in report.rows())


def _entry(report: ImportReport, part: str) -> Entry:
    return next(entry for entry in report.entries if part in entry.sentence)
