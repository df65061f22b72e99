"""Filters under the titles of a grid."""

from widgets.filter_row.filter_row import FilterRow
from widgets.filter_row.filters import (
    ChoiceFilter,
    DateFilter,
    DateRange,
    Filter,
    FilterValue,
    FlagFilter,
    NumberFilter,
    NumberRange,
    TextFilter,
)

__all__ = [
    "ChoiceFilter",
    "DateFilter",
    "DateRange",
    "Filter",
    "FilterRow",
    "FilterValue",
    "FlagFilter",
    "NumberFilter",
    "NumberRange",
    "TextFilter",
]
