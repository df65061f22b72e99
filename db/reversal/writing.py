"""Writes the plan of a reversal."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from db.canonical import LongMark, plain
from db.capture.columns import captured_columns
from db.tables import Base
from db.writes import insert_rows, set_rows, update_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from db.acts import Act
    from db.reversal.values import Plan, Values

ROW_CLASSES: dict[str, type[Base]] = {
    str(mapper.class_.__tablename__): mapper.class_ for mapper in Base.registry.mappers
}


def write_table(
    connection: Connection, name: str, plan: Plan, texts: Mapping[LongMark, str], act: Act
) -> None:
    """Write the plan of one table: what goes first, so that a unique value is free again."""
    row_class = ROW_CLASSES[name]
    set_rows(connection, row_class, plan.removals[name], {"deleted_at": act.at}, act)
    rows = _plain_rows(name, plan.updates[name], plan, texts)
    for part in _by_columns(rows):
        _update(connection, row_class, part, act)
    columns = [c.name for c in captured_columns(Base.metadata.tables[name])]
    returned = [
        {"id": key, **dict.fromkeys(columns), **values}
        for key, values in _plain_rows(name, plan.returns[name], plan, texts)
    ]
    insert_rows(connection, row_class, returned, act)


def _plain_rows(
    name: str, rows: dict[UUID, Values], plan: Plan, texts: Mapping[LongMark, str]
) -> list[tuple[UUID, Values]]:
    """Return rows with plain values; a long text that was erased from the log is skipped."""
    columns = Base.metadata.tables[name].c
    found = []
    for key, values in rows.items():
        made = {n: plain(columns[n], v) for n, v in values.items()}
        lost = {n for n, v in made.items() if isinstance(v, LongMark) and v not in texts}
        plan.skipped += [((name, key), column, None) for column in sorted(lost)]
        whole = {n: texts.get(v, v) if isinstance(v, LongMark) else v for n, v in made.items()}
        found.append((key, {n: v for n, v in whole.items() if n not in lost}))
    return [(key, values) for key, values in found if values]


def _by_columns(rows: list[tuple[UUID, Values]]) -> list[list[tuple[UUID, Values]]]:
    """Return groups of rows that write the same columns; what is deleted comes back last."""
    groups: defaultdict[tuple[str, ...], list[tuple[UUID, Values]]] = defaultdict(list)
    for key, values in rows:
        groups[tuple(sorted(values))].append((key, values))
    return [groups[names] for names in sorted(groups, key=lambda n: ("deleted_at" in n, n))]


def _update(
    connection: Connection, row_class: type[Base], rows: list[tuple[UUID, Values]], act: Act
) -> None:
    """Write rows of the same columns; where all get the same values, in one sweep."""
    first = rows[0][1]
    if all(values == first for _key, values in rows):
        set_rows(connection, row_class, [key for key, _values in rows], first, act)
    else:
        update_rows(connection, row_class, rows, act)


def long_marks(plan: Plan) -> Iterator[LongMark]:
    """Yield the marks of the long texts that a plan needs."""
    for rows in (*plan.updates.values(), *plan.returns.values()):
        for values in rows.values():
            yield from (LongMark(**v) for v in values.values() if isinstance(v, dict))
