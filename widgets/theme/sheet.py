"""Filling the style sheet with the values of a theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from widgets.theme.theme import ThemeError, TypeStyle

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QColor

# Qt's style sheets give the height inside the border.
BORDER = 1
FOCUS_BORDER = 2


def filled_sheet(
    resources: Path,
    words: Mapping[str, str],
    roles: Mapping[str, QColor],
    types: Mapping[str, TypeStyle],
    rows: Mapping[str, int],
) -> str:
    """Return the style sheet of the folder of resources with every @name filled in."""
    text = (resources / "themes" / "style.qss").read_text("utf-8")
    values = dict(words)
    values |= {role: colour.name() for role, colour in roles.items()}
    values |= {f"type-{name}": f"{style.size}px" for name, style in types.items()}
    values |= _heights(rows)
    return fill(text, values)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return the text with each @name replaced by its value."""
    # The longest first: @text must not eat the head of @text-muted.
    names = sorted(values, key=len, reverse=True)
    filled = re.sub("@(" + "|".join(names) + ")", lambda found: values[found[1]], text)
    left = re.search(r"@[\w-]+", filled)
    if left:
        raise ThemeError(f"The style sheet names {left[0]}, which no theme has.")
    return filled


def _heights(rows: Mapping[str, int]) -> dict[str, str]:
    heights = {}
    for name, height in rows.items():
        heights[f"row-{name}"] = f"{height}px"
        heights[f"inner-{name}"] = f"{height - 2 * BORDER}px"
        heights[f"focus-{name}"] = f"{height - 2 * FOCUS_BORDER}px"
    return heights
