"""Which tables and columns the log captures, and what a long text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.tables import Base
from db.tables.base import BOOKKEEPING
from db.types import LongText

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

# A text of more characters stands in the log by its length and hash.
LONG = 1000
# Two independent sums over the bytes; both fit 63 bits up to a text of 16 million bytes.
HASH_FACTORS = (2654435761, 1566083941)
HASH_MODULUS = 2147483647


def captured_tables() -> list[Table]:
    """Return the tables whose changes are logged, by name."""
    tables = Base.metadata.tables.values()
    return sorted((t for t in tables if t.info["captured"]), key=lambda table: table.name)


def captured_columns(table: Table) -> list[Column[object]]:
    """Return the columns that the log describes."""
    return [c for c in table.columns if c.name != "id" and c.name not in BOOKKEEPING]


def long_columns(table: Table) -> list[Column[object]]:
    """Return the columns whose text may be long."""
    return [c for c in captured_columns(table) if isinstance(c.type, LongText)]


def parents(table: Table) -> list[tuple[str, str]]:
    """Return (column, parent table) for each parent that gives a child its team."""
    names = table.info["team_from"]
    return [(name, next(iter(table.c[name].foreign_keys)).column.table.name) for name in names]


def parent_team(table: Table, row: str) -> str:
    """Return the expression that reads the parent's team of a row."""
    teams = [f"(SELECT team_id FROM {p} WHERE id = {row}.{c})" for c, p in parents(table)]
    return f"coalesce({', '.join(teams)}, NULL)"


def team(table: Table, row: str) -> str:
    """Return the expression of a row's team: its own, its parent's, or nobody's."""
    if not table.info["teamed"]:
        return "NULL"
    if not parents(table):
        return f"{row}.team_id"
    return f"coalesce({row}.team_id, {parent_team(table, row)})"
