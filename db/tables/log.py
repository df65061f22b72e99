"""The log of changes: acts of users, and the rows that each act changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index, Integer, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from db.tables.base import Base, made_id, moment_now
from db.types import Cells, Id

SeqType = BigInteger().with_variant(Integer(), "sqlite")


class ActRow(Base):
    """One command of a user, with the label that history and undo show."""

    __tablename__ = "act"
    captured = False
    rules = (Index(None, "label_key", "at"), Index(None, "undoes"))

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=made_id())
    at: Mapped[datetime] = mapped_column(server_default=moment_now())
    user_id: Mapped[UUID | None] = mapped_column(Id())
    device: Mapped[str | None]
    label_key: Mapped[str]
    label_values: Mapped[str] = mapped_column(server_default=text("'{}'"))
    undoes: Mapped[UUID | None]
    rules_at: Mapped[datetime | None]


class ActNowRow(Base):
    """SQLite only: the act of the transaction that is writing; one row, empty when none is."""

    __tablename__ = "act_now"
    captured = False
    rules = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    act_id: Mapped[UUID | None]
    origin: Mapped[str] = mapped_column(server_default=text("'local'"))


class ChangeRow(Base):
    """One row inserted, updated or deleted: {column: [old, new]} in canonical form."""

    __tablename__ = "change"
    captured = False

    seq: Mapped[int] = mapped_column(SeqType, Identity(always=True), primary_key=True)
    act_id: Mapped[UUID] = mapped_column(
        ForeignKey("act.id", deferrable=True, initially="DEFERRED")
    )
    table_name: Mapped[str]
    row_id: Mapped[UUID]
    op: Mapped[str]
    cells: Mapped[str | None] = mapped_column(Cells)
    team_id: Mapped[UUID | None]
    old_team_id: Mapped[UUID | None]
    origin: Mapped[str] = mapped_column(server_default=text("'local'"))
    batch: Mapped[int | None]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        """Return rules; this one table keeps SQLite's rowid, which numbers the log."""
        return (
            CheckConstraint("op IN ('insert', 'update', 'delete')", name="op"),
            CheckConstraint("origin IN ('local', 'pull')", name="origin"),
            Index(None, "act_id"),
            Index(None, "table_name", "row_id"),
            {"sqlite_strict": True, "sqlite_autoincrement": True, "info": {"captured": False}},
        )


class LogTextRow(Base):
    """A long text that an act replaced, found by the length and hash that stand in the log."""

    __tablename__ = "log_text"
    captured = False

    length: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hash: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
