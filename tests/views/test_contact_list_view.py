"""The contact list: the same part with another description."""

from __future__ import annotations

from threading import current_thread, main_thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from core.formats import Formats
from core.record_source import RecordSource
from core.workspace import open_workspace
from db.contact_list import CONTACT_LIST, ContactItem
from db.filters import ChoiceFilter
from db.opportunity_list import OPPORTUNITY_LIST
from db.tables.contact import ContactRow
from tests.lists import add_contacts, add_opportunities, change_rows
from tests.views.full_list import full_list
from tests.workspaces import NOW
from views.contacts.columns import contact_list
from views.context import ScreenContext
from views.list.record_list_view import RecordListView
from widgets.filter_row.pickers import PickerCell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from models.task import TaskRunner
    from widgets.theme import Appearance

View = RecordListView[ContactItem]


@pytest.fixture
def contacts(
    sqlite_workspace: Workspace, tasks: TaskRunner, appearance: Appearance, qtbot: QtBot
) -> View:
    """Return the contact list of a file with three contacts, shown and read."""
    keys = add_contacts(sqlite_workspace, ["Conti", "Abate", "Bruno"])
    change_rows(sqlite_workspace, ContactRow, keys[:1], {"country_code": "IT"})
    change_rows(sqlite_workspace, ContactRow, keys[1:], {"country_code": "DE"})
    add_opportunities(sqlite_workspace, keys[:1], 2)
    context = ScreenContext(
        appearance, tasks, Formats("en_GB"), sqlite_workspace.parameters, lambda: NOW
    )
    source = RecordSource(sqlite_workspace.database, CONTACT_LIST)
    made = RecordListView(context, contact_list(), source)
    qtbot.addWidget(made)
    made.resize(1400, 500)
    made.show()
    with qtbot.waitSignal(made.counted):
        made.refresh()
    return made


def texts(view: View, name: str) -> list[str]:
    place = view.base.section(name)
    return [str(view.model.index(row, place).data()) for row in range(view.model.rowCount())]


def test_contacts_are_listed_by_name(contacts: View) -> None:
    assert texts(contacts, "name") == ["Abate", "Bruno", "Conti"]
    assert texts(contacts, "country") == ["Germany", "Germany", "Italy"]
    assert texts(contacts, "open_count") == ["0", "0", "2"]
    assert contacts.foot.text() == "3 contacts"


def test_every_column_of_the_query_can_be_shown(contacts: View) -> None:
    assert {each.name for each in contacts.base.columns} == set(contacts.base.source.kinds)


def test_countries_are_chosen_by_their_names(contacts: View, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(contacts.book.of("country")))
    offered = contacts.book.of("country")
    cell = contacts.filters.row.cells[contacts.base.section("country")]
    assert isinstance(cell, PickerCell)

    with qtbot.waitSignal(contacts.counted):
        cell.choose(("DE",))

    assert offered == (("DE", "Germany"), ("IT", "Italy"))
    assert contacts.content.filters == (ChoiceFilter("country", ("DE",)),)
    assert texts(contacts, "name") == ["Abate", "Bruno"]
    assert contacts.bar.chips.chips[0].value == "Germany"


def test_contacts_are_found_by_words(contacts: View, qtbot: QtBot) -> None:
    with qtbot.waitSignal(contacts.counted):
        QTest.keyClicks(contacts.search, "bru")

    assert texts(contacts, "name") == ["Bruno"]
    assert contacts.foot.text() == "1 contact with “bru”"
    qtbot.waitUntil(lambda: contacts.foot.accessibleName() == "1 contact with “bru”, of 3")


def test_what_this_list_cannot_do_is_not_offered(contacts: View) -> None:
    assert not contacts.bar.export.isVisible()
    assert not contacts.bar.panel.isVisible()
    assert contacts.edits is None


def test_no_screen_waits_for_the_database(
    sqlite_address: str, tasks: TaskRunner, appearance: Appearance, qtbot: QtBot
) -> None:
    caught: list[str] = []

    def watch() -> None:
        if current_thread() is main_thread():
            caught.append("a statement ran on the GUI thread")

    made = open_workspace(sqlite_address, NOW)
    add_opportunities(made, add_contacts(made, ["Conti"]), 5)
    made.database.close()
    workspace = open_workspace(sqlite_address, NOW, watch)
    caught.clear()
    context = ScreenContext(appearance, tasks, Formats("en_GB"), workspace.parameters, lambda: NOW)
    view = full_list(context, workspace, RecordSource(workspace.database, OPPORTUNITY_LIST))
    qtbot.addWidget(view)
    view.show()

    with qtbot.waitSignal(view.reader.arrived):
        view.start()
    view.grid.selectAll()
    with qtbot.waitSignal(view.summed):
        view.read_again()
    with qtbot.waitSignal(view.counted):
        QTest.keyClicks(view.search, "conti")
    qtbot.wait(300)

    assert caught == []
    workspace.database.close()
