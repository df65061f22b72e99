"""Reading theme files."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QFontDatabase

from widgets.theme.colours import StageColours
from widgets.theme.sheet import filled_sheet
from widgets.theme.theme import Density, Theme, ThemeError, TypeStyle

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

# DejaVu runs about 15 % wider than the others: one pixel smaller, columns still fit.
WIDE_FAMILY = "DejaVu Sans"

Table = dict[str, Any]


def load_theme(resources: Path, name: str, density: Density = Density.COMFORTABLE) -> Theme:
    """Return the theme "light" or "dark" out of the folder of resources."""
    path = resources / "themes" / f"theme-{name}.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return _theme(table, resources, density)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ThemeError(f"The theme {path.name} cannot be read: {error!r}") from error


def first_family(wanted: Sequence[str], present: Collection[str]) -> str:
    """Return the first wanted font family that is present, or the last wanted one."""
    return next((family for family in wanted if family in present), wanted[-1])


def _theme(table: Table, resources: Path, density: Density) -> Theme:
    roles = {role: _colour(table["base"][base]) for role, base in table["role"].items()}
    charts = _colours(table["chart"])
    families = QFontDatabase.families()
    family = first_family(table["type"]["families"], families)
    types = _type_styles(table["type"], family)
    rows = table["row"][density.value]
    return Theme(
        name=table["name"],
        dark=table["dark"],
        density=density,
        family=family,
        mono=first_family(table["type"]["mono"], families),
        figures=table["type"]["figures"],
        roles=roles,
        stages=_stages(table["stage"], roles),
        charts=charts,
        kinds={kind: charts[chart] for kind, chart in table["kind"].items()},
        map=_colours(table["map"]),
        type=types,
        space=table["space"],
        radius=table["radius"],
        rows=rows,
        sizes=table["size"],
        motion=table["motion"],
        sheet=filled_sheet(resources, _words(table["name"], resources), roles, types, rows),
    )


def _words(name: str, resources: Path) -> dict[str, str]:
    # The style sheet names files by the place where the program stands now.
    return {"theme": name, "icons": (resources / "icons").as_posix()}


def _stages(table: Mapping[str, str], roles: Mapping[str, QColor]) -> dict[str, StageColours]:
    names = [name for name in table if not name.endswith(("-tint", "-line"))]
    return {
        name: StageColours(
            base=_colour(table[name]),
            tint=_colour(table[f"{name}-tint"]),
            line=_colour(table[f"{name}-line"]),
            text=roles["stage-text"],
        )
        for name in names
    }


def _type_styles(table: Table, family: str) -> dict[str, TypeStyle]:
    styles = {name: TypeStyle(**style) for name, style in table.items() if isinstance(style, dict)}
    if family == WIDE_FAMILY:
        smaller = styles["small"].size
        styles |= {name: styles[name]._replace(size=smaller) for name in ("body", "body-strong")}
    return styles


def _colours(table: Mapping[str, str]) -> dict[str, QColor]:
    return {name: _colour(value) for name, value in table.items()}


def _colour(value: str) -> QColor:
    if not QColor.isValidColorName(value):
        raise ThemeError(f"{value!r} is not a colour.")
    return QColor(value)
