"""Checks of form that SQLite lacks: a day is a day and an id has 16 bytes, whoever writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint

from db.types import Day, Flag, Id, Moment

if TYPE_CHECKING:
    from sqlalchemy import Column, MetaData

MOMENT_GLOB = "????-??-??T??:??:??.???Z"


def add_form_checks(metadata: MetaData) -> None:
    """Give every day, moment, flag and key column of SQLite a check of its form."""
    for table in metadata.tables.values():
        for column in list(table.columns):
            rule = _rule(column)
            if rule:
                check = CheckConstraint(rule, name=f"{column.name}_form")
                table.append_constraint(check.ddl_if(dialect="sqlite"))


def _rule(column: Column[object]) -> str:
    """Return the condition of one column, or nothing where any value of its type is right."""
    name = column.name
    if isinstance(column.type, Day):
        # The modifier makes SQLite reckon: without one it gives 30 February back as it came.
        return f"{name} IS date({name}, '+0 days')"
    if isinstance(column.type, Moment):
        return f"{name} GLOB '{MOMENT_GLOB}'"
    if isinstance(column.type, Flag):
        return f"{name} IN (0, 1)"
    if isinstance(column.type, Id) and column.primary_key:
        return f"length({name}) = 16"
    return ""
