"""What a kind of record shows in a list: a column is one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from models.record_table import TableColumn
from widgets.grid import Align

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from core.formats import Formats
    from db.parameters import Parameters
    from widgets.grid import Cell, RowLook

Item = TypeVar("Item")


class Shown(NamedTuple):
    """What a cell's look depends on besides its record."""

    formats: Formats
    parameters: Parameters
    now: datetime


@dataclass(frozen=True)
class ListColumn(Generic[Item]):
    """A column: its name in queries, its title, and how a record looks in it."""

    name: str
    title: str
    cell: Callable[[Item, Shown], Cell]
    align: Align = Align.LEFT

    def in_table(self, shown: Callable[[], Shown]) -> TableColumn[Item]:
        """Return the column as the item model knows it: the texts to copy and to read aloud."""

        def text(item: Item) -> str:
            cell = self.cell(item, shown())
            return f"{cell.text} {cell.code}".rstrip()

        return TableColumn(self.name, self.title, text, right=self.align is Align.RIGHT)


@dataclass(frozen=True)
class ListDescription(Generic[Item]):
    """Everything that the list of one kind of record needs."""

    title: str
    placeholder: str
    columns: Callable[[], tuple[ListColumn[Item], ...]]
    row_look: Callable[[Item], RowLook]
    counted: Callable[[int, str], str]
