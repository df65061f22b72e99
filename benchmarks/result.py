"""What a benchmark found: a figure, its limit, and how the two are shown."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TITLES = ("row", "value", "limit", "unit", "")
RATIO = "ratio"
MILLISECONDS = "ms"
MEGABYTES = "MB"


@dataclass(frozen=True)
class Entry:
    """One figure of one row; without a limit it is only printed."""

    row: str
    value: float
    limit: float | None
    unit: str

    @property
    def ok(self) -> bool:
        """Tell whether the figure keeps its limit."""
        return self.limit is None or self.value <= self.limit


def as_json(entries: Iterable[Entry]) -> str:
    """Return the entries as a list of objects."""
    return json.dumps([{**asdict(entry), "ok": entry.ok} for entry in entries], indent=2) + "\n"


def as_table(entries: Sequence[Entry]) -> str:
    """Return the entries as lines of equal width under a title."""
    rows = [TITLES, *(_cells(entry) for entry in entries)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(TITLES))]
    return "\n".join(_line(row, widths) for row in rows)


def _cells(entry: Entry) -> tuple[str, ...]:
    limit = "-" if entry.limit is None else f"{entry.limit:g}"
    verdict = "" if entry.limit is None else "ok" if entry.ok else "MISSED"
    return entry.row, _figure(entry.value), limit, entry.unit, verdict


def _figure(value: float) -> str:
    """Return a figure with three digits that count; whole ones stay whole."""
    if value == int(value) or abs(value) >= 100:  # noqa: PLR2004 - three digits
        return f"{value:,.0f}"
    return f"{value:.3g}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    name, value, limit, unit, verdict = cells
    texts = (
        name.ljust(widths[0]),
        value.rjust(widths[1]),
        limit.rjust(widths[2]),
        unit.ljust(widths[3]),
        verdict,
    )
    return "  ".join(texts).rstrip()
