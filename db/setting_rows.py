"""Reads and writes the settings of a user; they leave no trace in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from db.tables.extra import SettingRow
from db.writes import table_of

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection


def stored_settings(connection: Connection, user_id: UUID) -> dict[str, str]:
    """Return the settings of a user as they are stored."""
    statement = select(SettingRow.name, SettingRow.value).where(SettingRow.user_id == user_id)
    return dict(connection.execute(statement).all())


def store_setting(connection: Connection, user_id: UUID, name: str, value: str | None) -> None:
    """Store a setting of a user, or forget it."""
    table = table_of(SettingRow)
    connection.execute(delete(table).where(table.c.user_id == user_id, table.c.name == name))
    if value is not None:
        row = {"user_id": user_id, "name": name, "value": value}
        connection.execute(insert(table), row)
