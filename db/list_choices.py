"""The choices of a column of a list, as its filter and its editor offer them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from sqlalchemy import null, select

from db.list_filter import field_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.record_list import RecordList


class Choice(NamedTuple):
    """A row that can be chosen; a retired one is offered by filters alone."""

    key: UUID | str
    name: str
    retired: bool


def choices(connection: Connection, listed: RecordList[Any], column: str) -> list[Choice]:
    """Return the choices of a column in their order; none where it has no table of them."""
    found = field_of(listed, column).choices
    if found is None:
        return []
    retired = null() if found.retired is None else found.retired
    statement = select(found.key, found.name, retired).order_by(*found.order)
    if found.alive is not None:
        statement = statement.where(found.alive)
    if found.distinct:
        statement = statement.where(found.key.is_not(None)).distinct()
    rows = connection.execute(statement)
    return [Choice(key, name, retired_at is not None) for key, name, retired_at in rows]
