"""Identifiers: UUIDv7, made where the record is made."""

from __future__ import annotations

import os
import time
from uuid import UUID

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62
_RANDOM_BITS = (1 << 62) - 1


def new_id() -> UUID:
    """Return a UUIDv7 (RFC 9562, method 3: twelve bits of the millisecond's fraction).

    Ids made one after another ascend, so that inserts append to the table instead of
    scattering over it.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    random = int.from_bytes(os.urandom(8), "big") & _RANDOM_BITS
    return UUID(int=milliseconds << 80 | _VERSION_7 | fraction << 64 | _VARIANT | random)
