"""Capture triggers for SQLite: plain SQL, so that any program that writes is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.capture.columns import (
    HASH_FACTORS,
    HASH_MODULUS,
    LONG,
    captured_columns,
    captured_tables,
    long_columns,
    parent_team,
    parents,
    team,
)
from db.types import Flag, Id, LongText

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

ALL_BYTES = f"x'{bytes(range(256)).hex()}'"
PIECE = 512
# The act of this transaction; a row changed while there is none belongs to an outside act.
NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
ACT = f"""coalesce((SELECT act_id FROM act_now),
    (SELECT id FROM act WHERE label_key = 'outside' AND at = {NOW} LIMIT 1))"""
# One outside act for each statement: within one, 'now' stands still.
OUTSIDE_ACT = f"""INSERT INTO act (label_key, device)
    SELECT 'outside', 'sqlite' WHERE (SELECT act_id FROM act_now) IS NULL
    AND NOT EXISTS (SELECT 1 FROM act WHERE label_key = 'outside' AND at = {NOW});"""


def statements() -> list[str]:
    """Return the CREATE TRIGGER statements of all captured tables."""
    return [s for table in captured_tables() for s in _table_statements(table)]


def text_hash(value: str) -> str:
    """Return the expression that hashes a text: two weighted sums over its UTF-8 bytes.

    Byte by byte out of pieces: each look into a long value copies the whole of it.
    """
    sums = ", ".join(
        f"sum(instr({ALL_BYTES}, substr(piece, n, 1)) * (((at + n) * {factor}) % {HASH_MODULUS}))"
        for factor in HASH_FACTORS
    )
    return (
        "(WITH RECURSIVE whole(b) AS (SELECT CAST(" + value + " AS BLOB)), "
        f"pieces(at, piece) AS (SELECT 0, substr(b, 1, {PIECE}) FROM whole UNION ALL "
        f"SELECT at + {PIECE}, substr(b, at + {PIECE} + 1, {PIECE}) FROM pieces, whole "
        f"WHERE at + {PIECE} < length(b)), "
        f"places(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM places WHERE n < {PIECE}) "
        f"SELECT printf('%016x%016x', {sums}) FROM pieces CROSS JOIN places "
        "WHERE n <= length(piece))"
    )


def canonical(column: Column[object], value: str) -> str:
    """Return the expression that gives a value its canonical form, as an argument of json_array."""
    if isinstance(column.type, Id):
        pieces = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
        text = " || '-' || ".join(f"substr(hex({value}), {at}, {n})" for at, n in pieces)
        return f"iif({value} IS NULL, NULL, lower({text}))"
    if isinstance(column.type, Flag):
        return f"json(iif({value} IS NULL, 'null', iif({value}, 'true', 'false')))"
    if isinstance(column.type, LongText):
        short = (
            f"""'{{"length":' || length({value}) || ',"hash":"' || {text_hash(value)} || '"}}'"""
        )
        return f"json(iif(length({value}) > {LONG}, {short}, json_quote({value})))"
    return value


def _table_statements(table: Table) -> list[str]:
    logged = [_inserted(table), _updated(table), _deleted(table), _touched(table)]
    return logged + _team_statements(table)


def _trigger(table: Table, name: str, event: str, when: str, body: str) -> str:
    condition = f"\nWHEN {when}" if when else ""
    name = f"dealboard_{table.name}_{name}"
    return (
        f"CREATE TRIGGER {name} {event} ON {table.name} FOR EACH ROW{condition}\nBEGIN\n{body}\nEND"
    )


def _log(table: Table, op: str, cells: str) -> str:
    """Return the statements that write a row of the log, and its outside act where needed."""
    row = "OLD" if op == "delete" else "NEW"
    team_id = "NULL" if op == "delete" else team(table, "NEW")
    old_team_id = "NULL" if op == "insert" else team(table, "OLD")
    return f"""{OUTSIDE_ACT}
INSERT INTO change (act_id, table_name, row_id, op, cells, team_id, old_team_id, origin)
VALUES ({ACT}, '{table.name}', {row}.id, '{op}', {cells}, {team_id}, {old_team_id},
    (SELECT origin FROM act_now));"""


def _inserted(table: Table) -> str:
    return _trigger(table, "inserted", "AFTER INSERT", "", _log(table, "insert", "NULL"))


def _updated(table: Table) -> str:
    columns = captured_columns(table)
    changed = " OR ".join(_differs(table, column) for column in columns)
    cells = " || ".join(_changed_cell(column) for column in columns)
    body = _kept_texts(table) + _log(table, "update", _object(cells))
    return _trigger(table, "updated", "AFTER UPDATE", changed, body)


def _deleted(table: Table) -> str:
    cells = " || ".join(_old_cell(column) for column in captured_columns(table))
    body = _kept_texts(table) + _log(table, "delete", _object(cells))
    return _trigger(table, "deleted", "AFTER DELETE", "", body)


def _object(cells: str) -> str:
    return "'{' || substr(" + cells + ", 2) || '}'"


def _differs(table: Table, column: Column[object]) -> str:
    """Return the condition that a column changed; a team that a child is given is no change."""
    differs = f"OLD.{column.name} IS NOT NEW.{column.name}"
    given = column.name == "team_id" and parents(table)
    return f"(OLD.team_id IS NOT NULL AND {differs})" if given else differs


def _changed_cell(column: Column[object]) -> str:
    old, new = f"OLD.{column.name}", f"NEW.{column.name}"
    pair = f"json_array({canonical(column, old)}, {canonical(column, new)})"
    return f"""iif({old} IS NOT {new}, ',"{column.name}":' || {pair}, '')"""


def _old_cell(column: Column[object]) -> str:
    old = f"OLD.{column.name}"
    pair = f"json_array({canonical(column, old)}, NULL)"
    return f"""iif({old} IS NULL, '', ',"{column.name}":' || {pair})"""


def _kept_texts(table: Table) -> str:
    """Return the statements that keep a replaced long text, for history and undo."""
    return "".join(
        f"INSERT OR IGNORE INTO log_text (length, hash, value)\n"
        f"    SELECT length(OLD.{c.name}), {text_hash(f'OLD.{c.name}')}, OLD.{c.name}\n"
        f"    WHERE length(OLD.{c.name}) > {LONG};\n"
        for c in long_columns(table)
    )


def _touched(table: Table) -> str:
    """Return the trigger that dates a change made by another program."""
    outside = "(SELECT act_id FROM act_now) IS NULL AND NEW.changed_at IS OLD.changed_at"
    body = f"UPDATE {table.name} SET changed_at = {NOW}, changed_by_id = NULL WHERE id = NEW.id;"
    return _trigger(table, "touched", "AFTER UPDATE", outside, body)


def _team_statements(table: Table) -> list[str]:
    if not parents(table):
        return []
    team_id = parent_team(table, "NEW")
    fill = f"UPDATE {table.name} SET team_id = {team_id} WHERE id = NEW.id;"
    found = [
        _trigger(table, "team", "AFTER INSERT", f"NEW.team_id IS NULL AND {team_id} NOTNULL", fill)
    ]
    for column, parent in parents(table):
        move = f"""CREATE TRIGGER dealboard_{table.name}_{column}_team AFTER UPDATE OF team_id
ON {parent} FOR EACH ROW WHEN OLD.team_id IS NOT NEW.team_id
BEGIN
UPDATE {table.name} SET team_id = NEW.team_id WHERE {column} = NEW.id;
END"""
        found.append(move)
    return found
