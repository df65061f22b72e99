"""A list with everything that it can do, and ways to look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt

from core.cell_edit import CellEdits
from core.formats import Formats
from core.list_export import ListExport
from core.list_figures import ListFigures
from core.saved_views import SavedViews
from db.opportunity_list import OPPORTUNITY_LIST, OpportunityItem
from tests.workspaces import NOW
from views.list.record_list_view import RecordListView
from views.list.tools import ListParts
from views.opportunities.columns import opportunity_list
from views.opportunities.editing import OpportunityEditing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.record_source import RecordSource
    from core.workspace import Workspace
    from views.context import ScreenContext

ListView = RecordListView[OpportunityItem]
LEFT = Qt.MouseButton.LeftButton
Select = QItemSelectionModel.SelectionFlag
LONG_MS = 10_000


def full_list(
    context: ScreenContext, workspace: Workspace, source: RecordSource[OpportunityItem]
) -> ListView:
    """Return the opportunity list with figures, saved views, editing and export."""
    formats = Formats("en_GB")
    parts = ListParts(
        figures=ListFigures(workspace),
        views=SavedViews(workspace, "opportunities", OPPORTUNITY_LIST.fields.keys()),
        editing=OpportunityEditing(CellEdits(workspace), lambda: NOW),
        export=ListExport(workspace.database, OPPORTUNITY_LIST, formats),
    )
    return RecordListView(context, opportunity_list(), source, parts)


def show_rows(view: ListView, qtbot: QtBot, count: int) -> None:
    """Read the list and wait for its rows and sums."""
    with qtbot.waitSignal(view.reader.arrived, timeout=LONG_MS):
        view.start()
    qtbot.waitUntil(lambda: view.model.rowCount() == count)
    qtbot.waitUntil(lambda: count == 0 or view.model.key(count - 1) is not None)


def column(view: ListView, name: str) -> int:
    """Return the place of a column in the model."""
    return view.base.section(name)


def cell(view: ListView, name: str) -> Any:  # noqa: ANN401 - of any kind
    """Return the filter cell of a column."""
    return view.filters.row.cells[column(view, name)]


def texts(view: ListView, name: str) -> list[str]:
    """Return the texts of a column."""
    place = column(view, name)
    return [str(view.model.index(row, place).data()) for row in range(view.model.rowCount())]


def click_cell(view: ListView, qtbot: QtBot, row: int, name: str, *, double: bool = False) -> None:
    """Click a cell once or twice, brought into sight first."""
    index = view.model.index(row, column(view, name))
    view.grid.scrollTo(index)
    view.grid.show_section(column(view, name))
    rect = view.grid.visualRect(index)
    at = QPoint(rect.left() + 20, rect.center().y())
    qtbot.mouseClick(view.grid.viewport(), LEFT, pos=at)
    if double:
        qtbot.mouseDClick(view.grid.viewport(), LEFT, pos=at)


def choose_row(view: ListView, row: int) -> None:
    """Choose a row, whatever keys the test before has left pressed."""
    chosen, index = view.grid.selectionModel(), view.model.index(row, 0)
    chosen.setCurrentIndex(index, Select.ClearAndSelect | Select.Rows)
