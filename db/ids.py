"""Identifiers: UUIDv7, made where the record is made."""

from __future__ import annotations

import os
import time
from uuid import UUID

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62
_RANDOM_BITS = (1 << 62) - 1
_RANDOM_BYTES = 8


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562, method 3: twelve bits of the millisecond's fraction).

    Ids made one after another ascend, so that inserts append to the table instead of
    scattering over it.
    """
    return _made(os.urandom(_RANDOM_BYTES))


def new_ids(count: int) -> list[UUID]:
    """Return ids for many rows, by one question to the system."""
    random = os.urandom(_RANDOM_BYTES * count)
    return [_made(random[at : at + _RANDOM_BYTES]) for at in range(0, len(random), _RANDOM_BYTES)]


def _made(random: bytes) -> UUID:
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    bits = int.from_bytes(random, "big") & _RANDOM_BITS
    return UUID(int=milliseconds << 80 | _VERSION_7 | fraction << 64 | _VARIANT | bits)
