"""The parameters that an administrator sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from db.tables.lookups import ParameterRow

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Parameters(NamedTuple):
    """Parameters as values; what is missing or no number has its first value."""

    stale_days: int = 21
    won_probability: str = "100"
    lost_probability: str = "0"
    closed_days_shown: int = 90


def read_parameters(connection: Connection) -> Parameters:
    """Return the parameters of a database."""
    rows = connection.execute(
        select(ParameterRow.code, ParameterRow.value).where(ParameterRow.deleted_at.is_(None))
    )
    stored = {code: value for code, value in rows if value is not None}
    first = Parameters()._asdict()
    kept = {code: _like(stored[code], first[code]) for code in first if code in stored}
    return Parameters(**{**first, **kept})


def _like(text: str, first: str | int) -> str | int:
    if isinstance(first, str):
        return text
    return int(text) if text.isdecimal() else first
