"""Reads and writes opportunities that move, many of them at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID  # noqa: TC003 - NamedTuple keeps the annotation

from sqlalchemy import select

from db.bulk_load import insert_many
from db.ids import new_ids
from db.parts import in_parts
from db.tables.opportunity import OpportunityLineRow, OpportunityRow, ProgressRow
from db.writes import Values, set_rows, table_of, update_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection

    from db.acts import Act


class RowMove(NamedTuple):
    """What one opportunity gets, and the row that tells of its move, if it moved at all."""

    id: UUID
    values: Values
    progress: Values | None


def read_opportunity(connection: Connection, opportunity_id: UUID, *, lock: bool = False) -> Values:
    """Return all columns of an opportunity, held until the end where it is to be written.

    Empty where it is deleted or gone.
    """
    names = table_of(OpportunityRow).c.keys()
    found = read_opportunities(connection, [opportunity_id], names, lock=lock)
    return found.get(opportunity_id, {})


def read_opportunities(
    connection: Connection, ids: Sequence[UUID], names: Collection[str], *, lock: bool = False
) -> dict[UUID, Values]:
    """Return columns of opportunities by id, held where they are to be written.

    A name that is no column is left out, and so is a row that is deleted or gone.
    """
    table = table_of(OpportunityRow)
    columns = [column for column in table.c if column.name in names or column.name == "id"]
    statement = select(*columns).where(table.c.deleted_at.is_(None))
    if lock:
        # In one order, so that two who move the same cards cannot block each other.
        statement = statement.order_by(table.c.id).with_for_update()
    titles = [column.name for column in columns]
    return {
        values["id"]: values
        for some in in_parts(ids)
        for row in connection.execute(statement.where(table.c.id.in_(some)))
        if (values := dict(zip(titles, row, strict=True)))
    }


def has_lines(connection: Connection, opportunity_id: UUID) -> bool:
    """Tell whether an opportunity has lines, whose sums its amounts are."""
    row = OpportunityLineRow
    statement = select(row.id).where(row.opportunity_id == opportunity_id, row.deleted_at.is_(None))
    return connection.scalar(statement.limit(1)) is not None


def write_moves(connection: Connection, moves: Iterable[RowMove], act: Act) -> None:
    """Write moves with their progress, those that set the same in few statements."""
    groups: defaultdict[tuple[str, ...], list[tuple[UUID, Values]]] = defaultdict(list)
    told = []
    for move in moves:
        if move.values:
            groups[tuple(move.values)].append((move.id, move.values))
        if move.progress is not None:
            told.append({"opportunity_id": move.id, **move.progress})
    for group in groups.values():
        _update(connection, group, act)
    _tell(connection, told, act)


def _tell(connection: Connection, told: list[Values], act: Act) -> None:
    """Insert the rows that tell of moves, in whole columns: by mappings it takes three times."""
    if not told:
        return
    stamp = (act.at, act.user_id, act.at, act.user_id)
    # What is empty in all of them is left out.
    names = [name for name in told[0] if any(row[name] is not None for row in told)]
    fields = ("id", *names, "created_at", "entered_by_id", "changed_at", "changed_by_id")
    keys = new_ids(len(told))
    pairs = zip(keys, told, strict=True)
    rows = [(key, *(row[name] for name in names), *stamp) for key, row in pairs]
    insert_many(connection, ProgressRow, fields, rows)


def _update(connection: Connection, rows: list[tuple[UUID, Values]], act: Act) -> None:
    first = rows[0][1]
    if len(rows) > 1 and all(values == first for _key, values in rows):
        set_rows(connection, OpportunityRow, [key for key, _values in rows], first, act)
    else:
        update_rows(connection, OpportunityRow, rows, act)
