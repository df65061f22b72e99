"""Values in the canonical form of the log, the same on both engines, and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from db.capture.columns import HASH_FACTORS, HASH_MODULUS, LONG
from db.types import Day, Flag, Id, LongText, Moment, moment_text

if TYPE_CHECKING:
    from sqlalchemy import Column


class LongMark(NamedTuple):
    """What the log keeps of a long text; the text itself stands in log_text once replaced."""

    length: int
    hash: str


def canonical(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - a cell of any kind
    """Return a value of a column as the log writes it."""
    kind = column.type
    if value is None:
        return None
    if isinstance(kind, Id):
        return str(value)
    if isinstance(kind, Moment):
        return moment_text(value)
    if isinstance(kind, Day):
        return value.isoformat()
    if isinstance(kind, LongText) and len(value) > LONG:
        return {"length": len(value), "hash": text_hash(value)}
    return value


def plain(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - a cell of any kind
    """Return the value that the log means; a long text is given by its mark."""
    kind = column.type
    if value is None:
        return None
    if isinstance(value, dict):
        return LongMark(value["length"], value["hash"])
    if isinstance(kind, Id):
        return UUID(value)
    if isinstance(kind, Moment):
        return datetime.fromisoformat(value)
    if isinstance(kind, Day):
        return date.fromisoformat(value)
    return bool(value) if isinstance(kind, Flag) else value


def text_hash(value: str) -> str:
    """Return the hash that the triggers of either engine give a text."""
    numbered = list(enumerate(value.encode(), start=1))
    sums = (
        sum((byte + 1) * (n * factor % HASH_MODULUS) for n, byte in numbered)
        for factor in HASH_FACTORS
    )
    return "".join(f"{found:016x}" for found in sums)
