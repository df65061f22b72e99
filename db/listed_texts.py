"""Texts that a list makes of any number of rows: tags, competitors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, ScalarSelect

SEPARATOR = ", "


def joined_names(row: Any, *where: ColumnElement[bool]) -> ScalarSelect[str]:  # noqa: ANN401 - a mapped class
    """Return the names of the lookup rows that belong to a record, one behind the other."""
    ordered = select(row.description).where(*where).order_by(row.position, row.description)
    # What the condition names besides these tables is the record's own row.
    names = ordered.correlate_except(*_tables(row, where)).subquery()
    return select(func.aggregate_strings(names.c.description, SEPARATOR)).scalar_subquery()


def _tables(row: Any, where: tuple[ColumnElement[bool], ...]) -> list[Any]:  # noqa: ANN401
    # The first condition leads to the record; its left side is the table between the two.
    return [row.__table__, where[0].left.table]
