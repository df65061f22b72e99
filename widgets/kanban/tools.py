"""What all columns of a board share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from widgets.grid.cell import Index
    from widgets.kanban.card_delegate import CardDelegate
    from widgets.kanban.values import Card
    from widgets.theme import Appearance


class Tools(NamedTuple):
    """The look, what a card shows and how it is drawn, which one it is, and where it stands."""

    appearance: Appearance
    delegate: CardDelegate
    look: Callable[[Index], Card | None]
    key: Callable[[Index], UUID | None]
    find: Callable[[str, UUID], int | None]
