"""What the parts of a list share, and what a list can do besides listing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from core.day_ranges import Calendar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.list_export import ListExport
    from core.list_figures import ListFigures
    from core.record_source import RecordSource
    from core.saved_views import SavedViews
    from db.list_field import Kind
    from db.list_query import ListQuery
    from models.record_table import RecordTableModel
    from models.task import TaskRunner
    from views.list.choice_book import ChoiceBook
    from views.list.columns import ListColumn
    from views.list.edit_rules import EditRules
    from views.list.filter_values import FilterTools
    from views.list.list_state import ListState
    from views.list.record_names import RecordNames
    from widgets.grid import GridView
    from widgets.theme import Appearance

Item = TypeVar("Item")


@dataclass(frozen=True)
class ListParts(Generic[Item]):
    """What a list can do besides listing; what is not given is not offered."""

    figures: ListFigures | None = None
    views: SavedViews | None = None
    editing: EditRules[Item] | None = None
    export: ListExport | None = None
    calendar: Calendar = field(default_factory=Calendar)
    names: RecordNames | None = None


NO_PARTS: ListParts[Any] = ListParts()


@dataclass(frozen=True)
class FilterBase(Generic[Item]):
    """What filters and saved views work on, of a list or of any other screen of its records."""

    appearance: Appearance
    tasks: TaskRunner
    tools: FilterTools
    source: RecordSource[Item]
    columns: Sequence[ListColumn[Item]]
    state: ListState
    book: ChoiceBook
    # Where records themselves are asked for, such as one contact.
    names: RecordNames | None

    def section(self, name: str) -> int:
        """Return the place of a column in the model."""
        return next(at for at, column in enumerate(self.columns) if column.name == name)

    def column(self, name: str) -> ListColumn[Item]:
        """Return a column by its name."""
        return self.columns[self.section(name)]

    def kind(self, name: str) -> Kind:
        """Return what a column holds."""
        return self.source.kinds[name]

    def query(self) -> ListQuery:
        """Return what the list asks for, as it is now."""
        return self.source.query(self.state.content, self.tools.clock(), self.tools.calendar)


@dataclass(frozen=True)
class ListBase(FilterBase[Item]):
    """What the parts of one list work on."""

    grid: GridView
    model: RecordTableModel[Item]
