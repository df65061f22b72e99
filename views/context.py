"""What every screen is handed: the look, the reads, the locale and the time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.formats import Formats
    from db.parameters import Parameters
    from models.task import TaskRunner
    from widgets.theme import Appearance


@dataclass(frozen=True)
class ScreenContext:
    """The parts of the program that screens share."""

    appearance: Appearance
    tasks: TaskRunner
    formats: Formats
    parameters: Parameters
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
