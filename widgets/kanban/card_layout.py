"""Where the lines of a card stand, in both densities."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from widgets.theme import Density

if TYPE_CHECKING:
    from widgets.grid.brush import Letters
    from widgets.kanban.card_brush import CardBrush

GAP = 8  # between cards; half of it belongs to each
RIM = GAP // 2  # room round a card, in which the ring of the keyboard focus is drawn


class Line(NamedTuple):
    """A line of a card: where it begins, and how high it is."""

    top: int
    height: int


class CardLayout(NamedTuple):
    """The lines of a card; in the compact one the title stands in the last line too."""

    left: int
    right: int
    height: int
    heading: Line
    title: Line
    caption: Line
    foot: Line

    @property
    def words(self) -> tuple[Line, Line, Line, Line]:
        """The lines from the top."""
        return self.heading, self.title, self.caption, self.foot


class Place(NamedTuple):
    """The rectangle of a card; what stands at a distance from its start is mirrored on demand."""

    left: int
    top: int
    width: int
    mirrored: bool

    def x(self, start: float, width: float) -> float:
        """Return the left of what begins at a distance from the card's start."""
        return self.left + (self.width - start - width if self.mirrored else start)


def layout_of(density: Density, brush: CardBrush) -> CardLayout:
    """Return the lines of a card; a larger font makes them higher."""
    return _compact(brush) if density is Density.COMPACT else _comfortable(brush)


def _comfortable(brush: CardBrush) -> CardLayout:
    heading = _line(8, 20, brush.heading)
    title = _line(_end(heading) + 1, 16, brush.small)
    caption = _line(_end(title) + 3, 16, brush.caption)
    foot = _line(_end(caption) + 6, 20, brush.amount)
    return CardLayout(14, 9, _end(foot) + 10, heading, title, caption, foot)


def _compact(brush: CardBrush) -> CardLayout:
    heading = _line(5, 20, brush.heading)
    foot = _line(_end(heading) + 1, 16, brush.caption)
    return CardLayout(12, 9, _end(foot) + 6, heading, foot, foot, foot)


def _line(top: int, height: int, letters: Letters) -> Line:
    return Line(top, max(height, round(letters.height + 0.5)))


def _end(line: Line) -> int:
    return line.top + line.height
