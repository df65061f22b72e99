"""Fixtures of screens over a real database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from core.formats import Formats
from db.opportunity_list import OpportunityItem
from models.task import TaskRunner
from tests.clipboard import clipboard
from tests.models.records import GatedSource
from tests.views.full_list import full_list
from tests.workspaces import NOW
from views.context import ScreenContext
from views.list.record_list_view import RecordListView
from views.opportunities.columns import opportunity_list
from widgets.theme import Appearance, Theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace

# Named here, so that pytest finds it.
__all__ = ["clipboard"]

RESOURCES = Path(__file__).parents[2] / "resources"
THREADS = 3
LONG_MS = 10_000
ListView = RecordListView[OpportunityItem]


@pytest.fixture(autouse=True)
def closed_screens(qapp: QApplication) -> Iterator[None]:
    """Delete the screens of a test when it is over, on their own thread.

    Else the collector of a task's thread may come upon them, and Qt ends the program.
    """
    assert qapp is not None
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    """Return the application dressed in the light theme."""
    return Appearance(qapp, load_theme(RESOURCES, "light"))


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    """Return a runner whose work has ended when the test has."""
    assert qtbot is not None
    made = TaskRunner(THREADS)
    yield made
    assert made.wait(LONG_MS)


@pytest.fixture
def source(sqlite_workspace: Workspace, tasks: TaskRunner) -> Iterator[GatedSource]:
    """Return the reads of a file."""
    assert tasks is not None
    made = GatedSource(sqlite_workspace)
    yield made
    made.open_gates()


@pytest.fixture
def view(
    sqlite_workspace: Workspace,
    source: GatedSource,
    tasks: TaskRunner,
    appearance: Appearance,
    qtbot: QtBot,
) -> ListView:
    """Return the opportunity list of a file, shown but not read."""
    context = ScreenContext(
        appearance, tasks, Formats("en_GB"), sqlite_workspace.parameters, lambda: NOW
    )
    made = RecordListView(context, opportunity_list(), source)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.grid.setFocus()
    return made


@pytest.fixture
def full(
    sqlite_workspace: Workspace,
    source: GatedSource,
    tasks: TaskRunner,
    appearance: Appearance,
    qtbot: QtBot,
) -> ListView:
    """Return the opportunity list of a file with everything it can do, shown but not read."""
    context = ScreenContext(
        appearance, tasks, Formats("en_GB"), sqlite_workspace.parameters, lambda: NOW
    )
    made = full_list(context, sqlite_workspace, source)
    qtbot.addWidget(made)
    made.resize(1600, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.grid.setFocus()
    return made


@pytest.fixture
def light() -> Theme:
    """Return the light theme at its comfortable density."""
    return load_theme(RESOURCES, "light")
