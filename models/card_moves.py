"""Moves that are shown before they are committed, and taken back where they are refused."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.board_shift import Stack, moved, shifted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from core.board import Board, BoardColumn, Place
    from db.card_list import CardItem
    from models.arrangement import Rows
    from models.board_columns import BoardColumns, Spot


@dataclass(frozen=True)
class Origin:
    """Where a card stood before a move, what it was (None: not loaded), and the move before it."""

    spot: Spot
    card: CardItem | None
    earlier: Ticket | None


@dataclass(eq=False)
class Ticket:
    """A move that is shown, but not committed yet."""

    keys: tuple[UUID, ...]
    to: Place
    origins: dict[UUID, Origin] = field(default_factory=dict)
    # How each column stood before and after the cards left it.
    left: dict[Place, tuple[Rows, Rows]] = field(default_factory=dict)
    refused: bool = False

    def origin(self, key: UUID) -> Origin:
        """Return where a card stood before this move, and before refused ones that led to it."""
        origin = self.origins[key]
        while origin.earlier is not None and origin.earlier.refused:
            origin = origin.earlier.origins[key]
        return origin


class CardMoves:
    """Knows which cards are being moved, and by which move the last time."""

    def __init__(self, columns: BoardColumns) -> None:
        """Move cards of some columns."""
        self._columns = columns
        self._moving: dict[UUID, Ticket] = {}

    def __contains__(self, key: object) -> bool:
        return key in self._moving

    def __bool__(self) -> bool:
        return bool(self._moving)

    def forget(self) -> None:
        """Let go of every move: another board is shown, which knows nothing of them."""
        self._moving.clear()

    def begin(
        self, keys: Iterable[UUID], target: BoardColumn, board: Board
    ) -> tuple[Ticket, Board]:
        """Show cards in another column; return the move, and the board with its figures then."""
        ticket = Ticket(tuple(dict.fromkeys(keys)), target.place)
        for key, spot in self._columns.spots(set(ticket.keys)).items():
            if spot.place != target.place:
                card, earlier = self._columns.card(key), self._moving.get(key)
                ticket.origins[key] = Origin(spot, card, earlier)
        leaving = self._stacks(ticket, ticket.origins)
        self._leave(ticket)
        for key, origin in ticket.origins.items():
            self._moving[key] = ticket
            if origin.card is not None:
                self._columns.previews[key] = moved(origin.card, target, board.base.today)
        self._columns.put_in(target.place, ticket.origins, {}, seen=True)
        return ticket, shifted(board, leaving, [self._reached(ticket, ticket.origins)])

    def end(self, ticket: Ticket) -> set[UUID]:
        """Let a move be done; return the cards that no newer one has taken further."""
        keys = {key for key in ticket.origins if self._moving.get(key) is ticket}
        for key in keys:
            del self._moving[key]
        return keys

    def put_back(self, ticket: Ticket, board: Board) -> Board:
        """Show cards again where they stood; return the board with its figures then."""
        ticket.refused = True
        keys = self.end(ticket)
        reached, back = self._reached(ticket, keys), self._stacks(ticket, keys)
        self._columns.take_out(keys)
        for key in keys:
            card = ticket.origin(key).card
            if card is not None:
                self._columns.previews[key] = card
        for place, some in self._by_place(ticket, keys).items():
            self._return(ticket, place, some)
        return shifted(board, [reached], back)

    def _leave(self, ticket: Ticket) -> None:
        for place, keys in self._by_place(ticket, ticket.origins).items():
            column = self._columns[place]
            before = column.rows
            column.take_out(keys)
            ticket.left[place] = (before, column.rows)

    def _return(self, ticket: Ticket, place: Place, keys: set[UUID]) -> None:
        """Let cards come back to a column: exactly as it was, unless it has changed meanwhile."""
        if place not in self._columns:
            return
        column = self._columns[place]
        before, after = ticket.left.get(place, (None, None))
        whole = before is not None and len(keys) == before.total - column.rows.total
        if before is not None and whole and column.rows == after:
            column.disturb(before)
            return
        near = {key: ticket.origin(key).spot.row for key in keys}
        self._columns.put_in(place, keys, near, seen=True)

    def _by_place(self, ticket: Ticket, keys: Iterable[UUID]) -> dict[Place, set[UUID]]:
        found: dict[Place, set[UUID]] = defaultdict(set)
        for key in keys:
            found[ticket.origin(key).spot.place].add(key)
        return found

    def _stacks(self, ticket: Ticket, keys: Iterable[UUID]) -> list[Stack]:
        """Return what the columns lose that cards come from."""
        return [
            _stack(place, [ticket.origin(key).card for key in some])
            for place, some in self._by_place(ticket, keys).items()
        ]

    def _reached(self, ticket: Ticket, keys: Iterable[UUID]) -> Stack:
        """Return what the column gains that cards go to."""
        return _stack(ticket.to, [self._columns.previews.get(key) for key in keys])


def _stack(place: Place, cards: Collection[CardItem | None]) -> Stack:
    seen = [card for card in cards if card is not None]
    return Stack(place, seen, len(cards) - len(seen))
