"""Field descriptions: they, the tables and the triggers say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, ForeignKey, Table, Text

from core.fields import FIELDS, HIDDEN, Field, Kind, Written, find_field
from core.fields.rules import Within, not_negative
from core.undo import BONDS
from db.capture.columns import captured_columns, captured_tables
from db.tables import Base
from db.tables.opportunity import DERIVED
from db.types import Day, Flag, Id, LongText, Moment
from resources.texts import language

DESCRIBED = [(name, field) for name, fields in FIELDS.items() for field in fields]
TARGETS = {Kind.USER: "app_user", Kind.CONTACT: "contact", Kind.OPPORTUNITY: "opportunity"}
STORED: dict[Kind, type] = {
    Kind.LONG_TEXT: LongText,
    Kind.DAY: Day,
    Kind.MOMENT: Moment,
    Kind.FLAG: Flag,
    Kind.CHOICE: Id,
    **dict.fromkeys(TARGETS, Id),
    **dict.fromkeys((Kind.TEXT, Kind.OPTION, Kind.CURRENCY, Kind.COUNTRY), Text),
}


def table(name: str) -> Table:
    return Base.metadata.tables[name]


def named(pair: object) -> str:
    return pair.name if isinstance(pair, Field) else str(pair)


def target(column: Column[object]) -> str:
    keys: set[ForeignKey] = column.foreign_keys
    return next(iter(keys)).column.table.name if keys else ""


@pytest.mark.parametrize("name", FIELDS)
def test_every_column_is_described_or_hidden_and_every_field_is_a_column(name: str) -> None:
    described = [field.name for field in FIELDS[name]]

    assert set(described) | HIDDEN == {column.name for column in table(name).columns}
    assert len(described) == len(set(described))


@pytest.mark.parametrize(("name", "field"), DESCRIBED, ids=named)
def test_a_kind_fits_its_column(name: str, field: Field) -> None:
    column = table(name).c[field.name]

    stored = STORED.get(field.kind)
    assert isinstance(column.type, stored) if stored else column.type.python_type is int
    assert isinstance(column.type, LongText) == (field.kind is Kind.LONG_TEXT)
    assert (field.kind is Kind.MONEY) == field.name.endswith("_minor")


@pytest.mark.parametrize(("name", "field"), DESCRIBED, ids=named)
def test_a_reference_leads_where_its_description_says(name: str, field: Field) -> None:
    column = table(name).c[field.name]
    expected = field.table or TARGETS.get(field.kind, "")
    if field.kind is Kind.CURRENCY:
        expected = "currency"

    assert target(column) == expected
    assert bool(field.table) == (field.kind is Kind.CHOICE)


@pytest.mark.parametrize(("name", "field"), DESCRIBED, ids=named)
def test_what_the_database_demands_is_mandatory(name: str, field: Field) -> None:
    column = table(name).c[field.name]

    # A flag always has one of two values, and the program fills what it writes itself.
    if field.kind is not Kind.FLAG and field.name not in {"created_at", "changed_at"}:
        assert field.mandatory is not column.nullable


def test_what_triggers_keep_is_not_typed() -> None:
    for name in DERIVED:
        field = find_field("opportunity", name)

        assert field is not None
        assert field.written is Written.BY_PROGRAM
        assert not field.editable


def test_every_described_table_is_captured_with_every_described_column() -> None:
    captured = {t.name: {c.name for c in captured_columns(t)} for t in captured_tables()}

    for name, fields in FIELDS.items():
        missing = {field.name for field in fields} - captured[name]
        assert missing == {"entered_by_id", "created_at", "changed_by_id", "changed_at"}


def test_what_is_undone_together_are_columns() -> None:
    for name, groups in BONDS.columns.items():
        for group in groups:
            assert group <= set(table(name).c.keys())
    for name, (column, parent) in BONDS.followers.items():
        assert target(table(name).c[column]) == parent


def test_options_are_those_the_database_takes() -> None:
    field = find_field("opportunity", "outcome")

    assert field is not None
    assert [value for value, _label in field.options] == ["open", "won", "lost"]


def test_a_field_that_nobody_shows_is_not_found() -> None:
    assert find_field("opportunity", "row_version") is None
    assert find_field("tag", "code") is None


def test_an_empty_mandatory_field_is_named() -> None:
    field = find_field("contact", "name")

    assert field is not None
    assert field.problem("  ") == "Name must be filled in."
    assert field.problem(None) == "Name must be filled in."
    assert field.problem("Rossi") is None


def test_an_empty_field_that_is_not_mandatory_breaks_no_rule() -> None:
    field = find_field("contact", "employees")

    assert field is not None
    assert field.problem(None) is None
    assert field.problem(-1) == "This cannot be less than zero."


@given(value=st.integers(), low=st.integers(-1000, 0), high=st.integers(0, 1000))
def test_limits_are_themselves_allowed(value: int, low: int, high: int) -> None:
    rule = Within(low, high)

    assert rule(low) is None
    assert rule(high) is None
    assert (rule(value) is None) == (low <= value <= high)
    assert (not_negative(value) is None) == (value >= 0)


def test_labels_follow_the_language() -> None:
    field = find_field("opportunity", "company_id")
    assert field is not None
    plain = field.title

    language.use("qps")
    titles = [f.title for _name, f in DESCRIBED]
    hint, no_hint = field.hint, Field("x", "X").hint
    language.use("en")

    assert plain == "Company"
    assert all(title.startswith("[") for title in titles)
    assert hint.startswith("[")
    assert no_hint == ""
