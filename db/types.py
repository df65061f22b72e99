"""Column types: one meaning each, stored in the form that suits either engine.

SQLite tables are STRICT, so a type may only become INTEGER, TEXT or BLOB there.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Integer, LargeBinary, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect
    from sqlalchemy.types import TypeEngine

SQLITE = "sqlite"


class Id(TypeDecorator[UUID]):
    """A UUID: native on PostgreSQL, 16 bytes on SQLite (the key layout measured in docs)."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the storage of the engine."""
        return dialect.type_descriptor(LargeBinary(16) if dialect.name == SQLITE else Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> object:
        """Return what the driver takes."""
        return value.bytes if value is not None and dialect.name == SQLITE else value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:  # noqa: ANN401
        """Return the UUID."""
        return _id_of(value) if value is not None and dialect.name == SQLITE else value


@lru_cache(maxsize=1024)
def _id_of(stored: bytes) -> UUID:
    """Return a UUID; rows that name the same few others make it but once."""
    return UUID(bytes=stored)


class Day(TypeDecorator[date]):
    """A calendar day: DATE on PostgreSQL, ISO text on SQLite."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the storage of the engine."""
        return dialect.type_descriptor(Text() if dialect.name == SQLITE else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> object:
        """Return what the driver takes."""
        return value.isoformat() if value is not None and dialect.name == SQLITE else value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:  # noqa: ANN401
        """Return the day."""
        return date.fromisoformat(value) if value and dialect.name == SQLITE else value


class Moment(TypeDecorator[datetime]):
    """An aware UTC moment to the millisecond: timestamptz(3), or ISO text that sorts by time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the storage of the engine."""
        stored = Text() if dialect.name == SQLITE else TIMESTAMP(timezone=True, precision=3)
        return dialect.type_descriptor(stored)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """Return what the driver takes; a moment without a zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        return moment_text(value) if dialect.name == SQLITE else value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ANN401
        """Return the moment in UTC."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if dialect.name == SQLITE else value.astimezone(UTC)


class Flag(TypeDecorator[bool]):
    """Yes or no: BOOLEAN on PostgreSQL, 0 or 1 on SQLite."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the storage of the engine."""
        return dialect.type_descriptor(Integer() if dialect.name == SQLITE else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> object:  # noqa: FBT001 - SQLAlchemy's signature
        """Return what the driver takes."""
        return int(value) if value is not None and dialect.name == SQLITE else value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bool | None:  # noqa: ANN401, ARG002
        """Return the flag."""
        return None if value is None else bool(value)


class LongText(TypeDecorator[str]):
    """Text of any length; a long value stands in the log by its length and hash."""

    impl = Text
    cache_ok = True


Whole = BigInteger().with_variant(Integer(), SQLITE)
Cells = JSONB().with_variant(Text(), SQLITE)


def moment_text(moment: datetime) -> str:
    """Return a moment in the canonical form of the log: UTC, milliseconds, Z."""
    # Ten times as fast as strftime, which many rows of one act would feel.
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")[: -len("+00:00")] + "Z"
