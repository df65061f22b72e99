"""Icons of the Phosphor set, drawn from its font in the colours of the theme."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont

if TYPE_CHECKING:
    from widgets.theme.theme import Theme

# Glyphs fill a square of this size, standing on the base line: as fine as the font's own grid.
EM = 256


class GlyphError(Exception):
    """An icon is asked for that the font does not have."""


class _Wanted(NamedTuple):
    name: str
    role: str
    size: int
    ratio: float


class Glyphs:
    """The outlines of an icon font."""

    def __init__(self, font: Path, names: Path) -> None:
        """Read a font and the JSON file that names its characters."""
        self._font = QRawFont(str(font), EM, QFont.HintingPreference.PreferNoHinting)
        self._characters: dict[str, str] = json.loads(names.read_text("utf-8"))
        self._paths: dict[str, QPainterPath] = {}

    def path(self, name: str) -> QPainterPath:
        """Return the outline of an icon in a square of EM."""
        if name not in self._paths:
            self._paths[name] = self._outline(name)
        return self._paths[name]

    def _outline(self, name: str) -> QPainterPath:
        if name not in self._characters:
            raise GlyphError(f"There is no icon named {name!r}.")
        character = chr(int(self._characters[name], 16))
        path = self._font.pathForGlyph(self._font.glyphIndexesForString(character)[0])
        path.setFillRule(Qt.FillRule.WindingFill)
        return path.translated(0, EM)


def phosphor() -> Glyphs:
    """Return the Phosphor font that comes with qtawesome."""
    # qtawesome itself takes 0.2 s to import and loads a dozen fonts: only its files are needed.
    spec = find_spec("qtawesome")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise GlyphError("The icon font is missing: qtawesome is not installed.")
    fonts = Path(folders[0]) / "fonts"
    return Glyphs(next(fonts.glob("phosphor-*.ttf")), next(fonts.glob("phosphor-charmap-*.json")))


class Icons:
    """Icons by name, in the colours of the theme that is in use."""

    def __init__(self, theme: Theme, glyphs: Glyphs) -> None:
        """Draw icons out of glyphs."""
        self._theme = theme
        self._glyphs = glyphs
        self._pixmaps: dict[_Wanted, QPixmap] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours from now on, also the icons handed out before."""
        self._theme = theme
        self._pixmaps.clear()

    def icon(self, name: str, role: str = "text-muted") -> QIcon:
        """Return an icon of any size that follows the theme."""
        self._glyphs.path(name)  # says at once when there is no such icon
        return QIcon(_Engine(self, name, role))

    def pixmap(self, name: str, role: str, size: int, ratio: float) -> QPixmap:
        """Return a picture of a size in logical pixels, made for a device pixel ratio."""
        wanted = _Wanted(name, role, size, ratio)
        if wanted not in self._pixmaps:
            self._pixmaps[wanted] = self._draw(wanted)
        return self._pixmaps[wanted]

    def paint(self, painter: QPainter, rect: QRectF, name: str, role: str) -> None:
        """Paint an icon into a square."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / EM, rect.height() / EM)
        painter.fillPath(self._glyphs.path(name), self._theme.colour(role))
        painter.restore()

    def _draw(self, wanted: _Wanted) -> QPixmap:
        side = round(wanted.size * wanted.ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, side, side), wanted.name, wanted.role)
        painter.end()
        pixmap.setDevicePixelRatio(wanted.ratio)
        return pixmap


class _Engine(QIconEngine):
    """Looks its colour up when it paints, so that an icon follows the theme."""

    def __init__(self, icons: Icons, name: str, role: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        """Return another engine for the same icon."""
        return _Engine(self._icons, self._name, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon as large as the rectangle allows."""
        role = "text-disabled" if mode == QIcon.Mode.Disabled else self._role
        side = min(rect.width(), rect.height())
        square = QRect(QPoint(), QSize(side, side))
        square.moveCenter(rect.center())
        self._icons.paint(painter, QRectF(square), self._name, role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return a picture of a size in device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap
