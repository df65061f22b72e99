"""What a saved view keeps, and what becomes of it when columns go or the text is damaged."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.day_ranges import RANGES, Calendar
from core.view_content import NamedDays, ViewColumn, ViewContent, from_text, to_text
from db import filters as kinds
from db.list_query import ListQuery, Order
from db.opportunity_list import OPPORTUNITY_LIST

FIELDS = OPPORTUNITY_LIST.fields
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
COLUMNS = st.sampled_from(sorted(FIELDS))
DAYS = st.none() | st.dates()
MOMENTS = st.none() | st.datetimes(timezones=st.just(UTC))
WHOLE = st.none() | st.integers(-(10**15), 10**15)
FILTERS = st.one_of(
    st.builds(kinds.TextFilter, COLUMNS, st.text(max_size=10)),
    st.builds(kinds.NumberFilter, COLUMNS, WHOLE, WHOLE),
    st.builds(kinds.MoneyFilter, COLUMNS, WHOLE, WHOLE),
    st.builds(kinds.DayFilter, COLUMNS, DAYS, DAYS, st.booleans()),
    st.builds(kinds.MomentFilter, COLUMNS, MOMENTS, MOMENTS, st.booleans()),
    st.builds(
        kinds.ChoiceFilter,
        COLUMNS,
        st.lists(st.uuids() | st.text(max_size=5), max_size=3).map(tuple),
        st.booleans(),
    ),
    st.builds(
        kinds.RecordFilter, COLUMNS, st.lists(st.uuids(), max_size=3).map(tuple), st.booleans()
    ),
    st.builds(kinds.FlagFilter, COLUMNS, st.booleans()),
    st.builds(kinds.EmptyFilter, COLUMNS, st.booleans()),
    st.builds(kinds.ChangedFilter, COLUMNS, st.datetimes(timezones=st.just(UTC)), st.uuids()),
    st.builds(NamedDays, COLUMNS, st.sampled_from(sorted(RANGES))),
)
KEYS = st.sampled_from(["columns", "filters", "orders", "kind", "column", "low", "id"])
JSON = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)
CONTENTS = st.builds(
    ViewContent,
    st.lists(st.builds(ViewColumn, COLUMNS, st.none() | st.integers(20, 900)), max_size=5).map(
        tuple
    ),
    st.lists(FILTERS, max_size=5).map(tuple),
    st.lists(st.builds(Order, COLUMNS, st.booleans()), max_size=3).map(tuple),
    st.lists(COLUMNS, max_size=2).map(tuple),
    st.text(max_size=10),
)


@given(CONTENTS)
def test_a_view_comes_back_as_it_was_saved(content: ViewContent) -> None:
    loaded = from_text(to_text(content), FIELDS)

    assert loaded == (content, (), False)


def test_a_column_that_is_no_more_is_left_out_everywhere_and_named() -> None:
    content = ViewContent(
        (ViewColumn("title"), ViewColumn("colour", 80)),
        (kinds.TextFilter("colour", "x"), kinds.TextFilter("title", "y")),
        (Order("smell"), Order("net", descending=True)),
        ("colour", "stage"),
    )

    loaded = from_text(to_text(content), FIELDS)

    assert loaded.dropped == ("colour", "smell")
    assert not loaded.damaged
    assert loaded.content == ViewContent(
        (ViewColumn("title"),),
        (kinds.TextFilter("title", "y"),),
        (Order("net", descending=True),),
        ("stage",),
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"x"', "\x00"])
def test_a_text_that_is_no_view_reads_as_an_empty_one(text: str) -> None:
    assert from_text(text, FIELDS) == (ViewContent(), (), True)


@pytest.mark.parametrize(
    "part",
    [
        {"columns": 5},
        {"columns": [5]},
        {"columns": [["title", "wide"]]},
        {"filters": [None]},
        {"filters": [{"kind": "smell", "column": "title"}]},
        {"filters": [{"kind": "text"}]},
        {"filters": [{"kind": "money", "column": "net", "low": "7"}]},
        {"filters": [{"kind": "days", "column": "created", "first": {"day": "yesterday"}}]},
        {
            "filters": [
                {"kind": "days", "column": "created", "first": {"moment": "2026-01-01"}, "last": 3}
            ]
        },
        {"filters": [{"kind": "choice", "column": "stage", "keys": [1]}]},
        {"filters": [{"kind": "range", "column": "created", "name": "some_day"}]},
        {"orders": [["title"]]},
        {"groups": "stage"},
    ],
)
def test_a_damaged_part_is_left_out_and_the_rest_stays(part: dict[str, Any]) -> None:
    whole = {"columns": [["title", 90]], "text": "line", **part}

    loaded = from_text(json.dumps(whole), FIELDS)

    assert loaded.damaged
    assert loaded.content.text == "line"
    assert loaded.content.filters == ()
    assert "columns" in part or loaded.content.columns == (ViewColumn("title", 90),)


@given(JSON)
def test_whatever_json_is_stored_a_view_is_read(stored: object) -> None:
    loaded = from_text(json.dumps(stored), FIELDS)

    assert isinstance(loaded.content, ViewContent)


def test_a_named_range_means_the_days_of_today() -> None:
    stage = kinds.ChoiceFilter("stage", (UUID(int=7),))
    content = ViewContent(
        filters=(NamedDays("created", "this_month"), stage), orders=(Order("net"),), text="line"
    )

    query = content.query(FIELDS, NOW, Calendar())

    month = kinds.DayFilter("created", date(2026, 3, 1), date(2026, 3, 31))
    assert query == ListQuery((Order("net"),), "line", (month, stage))
