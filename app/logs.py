"""The program's own log."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOG_BYTES = 1_000_000
FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"


def log_to(folder: Path) -> None:
    """Keep the log in a folder, where an old one gives way to a new one; never on a terminal."""
    handler: logging.Handler
    try:
        handler = RotatingFileHandler(
            folder / "dealboard.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    logging.basicConfig(level=logging.INFO, format=FORM, handlers=[handler])
