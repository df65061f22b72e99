"""Reads the log: acts, what each act changed, and what became of a record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime  # noqa: TC003 - the same
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID  # noqa: TC003 - the same

from sqlalchemy import Select, and_, or_, select

from db.canonical import LongMark, plain
from db.parts import in_parts
from db.tables import Base
from db.tables.log import ActRow, ChangeRow, LogTextRow
from db.tables.people import UserRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row

# Written by the triggers for a change that another program made.
OUTSIDE = "outside"

Cells = Mapping[str, tuple[Any, Any]]


class PastAct(NamedTuple):
    """A command that was done; the user is unknown if another program wrote to a file."""

    id: UUID
    at: datetime
    user_id: UUID | None
    user_name: str | None
    device: str | None
    label_key: str
    label_values: Mapping[str, str | int]
    undoes: UUID | None


class LogEntry(NamedTuple):
    """A row of the log; cells as they stand there, in canonical form: {column: (old, new)}."""

    seq: int
    act_id: UUID
    table: str
    row_id: UUID
    op: str
    cells: Cells


class RecordChange(NamedTuple):
    """What an act did to a row of a record; cells as plain values: {column: (old, new)}."""

    act: PastAct
    table: str
    row_id: UUID
    op: str
    cells: Cells


def find_act(connection: Connection, act_id: UUID) -> PastAct | None:
    """Return an act."""
    found = connection.execute(_acts().where(ActRow.id == act_id)).first()
    return _act(found) if found else None


def find_acts(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, PastAct]:
    """Return acts by id."""
    found = {}
    for some in in_parts(list(ids)):
        rows = connection.execute(_acts().where(ActRow.id.in_(some)))
        found.update({row[0]: _act(row) for row in rows})
    return found


def recent_acts(connection: Connection, user_id: UUID, limit: int) -> list[PastAct]:
    """Return the last acts of a user, newest first; what other programs did is left out."""
    # Ids of acts are made in order, so that no index over time is needed.
    query = _acts().where(ActRow.user_id == user_id, ActRow.label_key != OUTSIDE)
    return [_act(row) for row in connection.execute(query.order_by(ActRow.id.desc()).limit(limit))]


def acts_that_undo(connection: Connection, ids: Iterable[UUID]) -> list[PastAct]:
    """Return the acts that undid some acts, those that undid these, and so on."""
    found: list[PastAct] = []
    wanted = list(ids)
    while wanted:
        newer = []
        for some in in_parts(wanted):
            rows = connection.execute(_acts().where(ActRow.undoes.in_(some)))
            newer += [_act(row) for row in rows]
        found += newer
        wanted = [act.id for act in newer]
    return found


def changes_of_act(connection: Connection, act_id: UUID) -> Iterator[LogEntry]:
    """Yield what an act changed, in order."""
    query = _entries().where(ChangeRow.act_id == act_id).order_by(ChangeRow.seq)
    return map(_entry, connection.execute(query))


def later_changes(
    connection: Connection, table: str, ids: Sequence[UUID], after: LogEntry
) -> Iterator[LogEntry]:
    """Yield what other acts did to rows after an entry of the log, in order for each row."""
    for some in in_parts(ids):
        query = _entries().where(
            ChangeRow.table_name == table,
            ChangeRow.row_id.in_(some),
            ChangeRow.seq > after.seq,
            ChangeRow.act_id != after.act_id,
        )
        yield from map(_entry, connection.execute(query.order_by(ChangeRow.seq)))


def record_history(
    connection: Connection, rows: Sequence[tuple[str, UUID]], limit: int = 500
) -> list[RecordChange]:
    """Return what became of the rows of a record, newest first."""
    if not rows:
        return []
    named = or_(
        *(and_(ChangeRow.table_name == table, ChangeRow.row_id == key) for table, key in rows)
    )
    query = _entries().where(named).order_by(ChangeRow.seq.desc()).limit(limit)
    entries = [_entry(row) for row in connection.execute(query)]
    acts = find_acts(connection, {entry.act_id for entry in entries})
    return [RecordChange(acts[e.act_id], e.table, e.row_id, e.op, plain_cells(e)) for e in entries]


def kept_texts(connection: Connection, marks: Iterable[LongMark]) -> dict[LongMark, str]:
    """Return the long texts that stand in the log by length and hash; an erased one is left out."""
    wanted = set(marks)
    found: dict[LongMark, str] = {}
    for some in in_parts(sorted({mark.hash for mark in wanted})):
        query = select(LogTextRow.length, LogTextRow.hash, LogTextRow.value)
        for length, digest, value in connection.execute(query.where(LogTextRow.hash.in_(some))):
            found[LongMark(length, digest)] = value
    return {mark: text for mark, text in found.items() if mark in wanted}


def plain_cells(entry: LogEntry) -> Cells:
    """Return the cells of an entry as plain values; a column that is no more is left out."""
    columns = Base.metadata.tables[entry.table].c
    return {
        name: (plain(columns[name], old), plain(columns[name], new))
        for name, (old, new) in entry.cells.items()
        if name in columns
    }


def _acts() -> Select[*tuple[Any, ...]]:
    columns = (ActRow.device, ActRow.label_key, ActRow.label_values, ActRow.undoes)
    return select(ActRow.id, ActRow.at, ActRow.user_id, UserRow.name, *columns).join(
        UserRow, UserRow.id == ActRow.user_id, isouter=True
    )


def _act(row: Row[*tuple[Any, ...]]) -> PastAct:
    key, at, user_id, name, device, label, values, undoes = row
    return PastAct(key, at, user_id, name, device, label, label_values(values), undoes)


def label_values(text: str) -> dict[str, str | int]:
    """Return the values of a label as they were stored; another program may have stored rubbish."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _entries() -> Select[*tuple[Any, ...]]:
    return select(
        ChangeRow.seq,
        ChangeRow.act_id,
        ChangeRow.table_name,
        ChangeRow.row_id,
        ChangeRow.op,
        ChangeRow.cells,
    )


def _entry(row: Row[*tuple[Any, ...]]) -> LogEntry:
    seq, act_id, table, row_id, op, cells = row
    # SQLite keeps the cells as text.
    found = json.loads(cells) if isinstance(cells, str) else cells or {}
    pairs = {name: (old, new) for name, (old, new) in found.items()}
    return LogEntry(seq, act_id, table, row_id, op, pairs)
