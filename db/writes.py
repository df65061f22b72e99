"""Statements that write rows and date them by the act that wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, bindparam, insert, update

from db.parts import in_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from db.acts import Act
    from db.tables import Base

Values = dict[str, Any]


def table_of(row_class: type[Base]) -> Table:
    """Return the table behind a mapped class."""
    table = row_class.__table__
    if not isinstance(table, Table):
        raise TypeError(row_class.__name__)
    return table


def insert_rows(
    connection: Connection, row_class: type[Base], rows: Sequence[Values], act: Act
) -> None:
    """Insert rows that share their columns; each must bring its id if others point to it."""
    if not rows:
        return
    stamp = {
        "created_at": act.at,
        "entered_by_id": act.user_id,
        "changed_at": act.at,
        "changed_by_id": act.user_id,
    }
    connection.execute(insert(table_of(row_class)), [{**stamp, **row} for row in rows])


def update_rows(
    connection: Connection, row_class: type[Base], rows: Sequence[tuple[UUID, Values]], act: Act
) -> None:
    """Set values of rows by id; the rows must share their columns."""
    if not rows:
        return
    table = table_of(row_class)
    stamp = {"changed_at": act.at, "changed_by_id": act.user_id}
    names = [*stamp, *rows[0][1]]
    statement = (
        update(table)
        .where(table.c.id == bindparam("row_key"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )
    parameters = [
        {"row_key": key, **{f"new_{n}": v for n, v in {**stamp, **values}.items()}}
        for key, values in rows
    ]
    connection.execute(statement, parameters)


def set_rows(
    connection: Connection, row_class: type[Base], ids: Sequence[UUID], values: Values, act: Act
) -> None:
    """Set the same values in many rows, by few statements."""
    table = table_of(row_class)
    stamp = {"changed_at": act.at, "changed_by_id": act.user_id}
    for some in in_parts(ids):
        connection.execute(update(table).where(table.c.id.in_(some)).values({**stamp, **values}))
