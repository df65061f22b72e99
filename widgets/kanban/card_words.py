"""What is read aloud of a card and of a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.texts import _
from widgets.kanban.values import CardState

if TYPE_CHECKING:
    from widgets.kanban.values import Card, Column, Figure, Preview


def spoken(card: Card | None) -> str:
    """Return a card in words: heading, title, amount, stage, what its marks mean, its note."""
    if card is None:
        return _("Loading")
    state = _("Saving") if card.state is CardState.SAVING else ""
    amount = f"{card.amount} {card.unit}".strip()
    marks = (mark.words for mark in card.marks)
    said = (card.heading, card.title, amount, card.stage, *marks, card.note or card.caption, state)
    return ", ".join(filter(None, said))


def spoken_column(column: Column) -> str:
    """Return a column in words: its title, every figure, its shares and its note."""
    figures = (_spoken_figure(figure) for figure in column.figures)
    mark = column.mark.words if column.mark else ""
    shares = (share.words for share in column.shares)
    return ", ".join(filter(None, (column.title, mark, *figures, *shares, column.note)))


def spoken_preview(column: Column, preview: Preview | None) -> str:
    """Return what a drop would make of a column's figures."""
    if preview is None:
        return ""
    pairs = zip(column.figures, preview.figures, strict=False)
    changed = ((figure.label, change) for figure, change in pairs if change[1])
    return ", ".join(f"{label} {_arrow(*change)}" for label, change in changed)


def _spoken_figure(figure: Figure) -> str:
    return " ".join(filter(None, figure))


def _arrow(before: str, after: str) -> str:
    return f"{before} → {after}" if before else after
