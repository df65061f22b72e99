"""What a kind of record shows in a list: a column is one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from core.day_ranges import Calendar
from models.record_table import TableColumn
from widgets.grid import Align

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from core.formats import Formats
    from core.view_content import NamedDays
    from db.filters import Filter
    from db.parameters import Parameters
    from widgets.grid import Cell, RowLook

Item = TypeVar("Item")


class Shown(NamedTuple):
    """What a cell's look depends on besides its record."""

    formats: Formats
    parameters: Parameters
    now: datetime
    calendar: Calendar = Calendar()


@dataclass(frozen=True)
class ListColumn(Generic[Item]):
    """A column: its name in queries, its title, and how a record looks in it.

    Shown: at first. Ahead: its days lie in the future. Words: what its codes read, in their order;
    key_title: the same for codes that are too many to name.
    """

    name: str
    title: str
    cell: Callable[[Item, Shown], Cell]
    align: Align = Align.LEFT
    shown: bool = True
    ahead: bool = False
    words: Mapping[str, str] | None = None
    key_title: Callable[[str, Formats], str] | None = None

    def in_table(self, shown: Callable[[], Shown]) -> TableColumn[Item]:
        """Return the column as the item model knows it: the texts to copy and to read aloud."""

        def text(item: Item) -> str:
            cell = self.cell(item, shown())
            return f"{cell.text} {cell.code}".rstrip()

        return TableColumn(self.name, self.title, text, right=self.align is Align.RIGHT)


class Attention(NamedTuple):
    """A line of what needs attention: which figure, how it looks, and the filter it stands for."""

    figure: str
    column: str
    icon: str
    role: str
    title: Callable[[Parameters], str]
    wanted: Callable[[Parameters], Filter | NamedDays]


class PanelColumns(NamedTuple):
    """The columns that the side panel filters by, and what needs attention."""

    step: str
    month: str
    # What the months and the lines count.
    still_open: Filter
    attention: tuple[Attention, ...]


@dataclass(frozen=True)
class ListDescription(Generic[Item]):
    """Everything that the list of one kind of record needs."""

    title: str
    placeholder: str
    columns: Callable[[], tuple[ListColumn[Item], ...]]
    row_look: Callable[[Item], RowLook]
    counted: Callable[[int, str], str]
    all_rows: str = ""
    panel: PanelColumns | None = None
