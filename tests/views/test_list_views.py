"""Saved views of a list: open, save, rename, begin with, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.saved_views import Audience, SavedViews
from core.view_content import ViewColumn, ViewContent, to_text
from db.filters import TextFilter
from db.list_query import Order
from db.opportunity_list import OPPORTUNITY_LIST
from tests.lists import add_contacts, add_opportunities
from tests.views.full_list import LEFT, LONG_MS, show_rows, texts
from tests.workspaces import NOW

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace
    from tests.views.full_list import ListView

BRUNO = ViewContent(
    (ViewColumn("contact"), ViewColumn("title")),
    (TextFilter("contact", "bruno"),),
    (Order("title", descending=True),),
)


@pytest.fixture
def store(sqlite_workspace: Workspace) -> SavedViews:
    """Return the saved views of a file with six opportunities."""
    contacts = add_contacts(sqlite_workspace, ["Conti", "Abate", "Bruno"])
    add_opportunities(sqlite_workspace, contacts, 6)
    return SavedViews(sqlite_workspace, "opportunities", OPPORTUNITY_LIST.fields.keys())


def begin(full: ListView, qtbot: QtBot) -> None:
    """Show the list with the view to begin with."""
    with qtbot.waitSignals([full.view_menu.began, full.counted], timeout=LONG_MS):
        full.start()


def choose(full: ListView, title: str) -> None:
    """Choose an entry of the menu of views."""
    (action,) = [each for each in full.bar.view.menu.actions() if each.text() == title]
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def entries(full: ListView) -> list[str]:
    """Return the entries of the menu of views."""
    return [action.text() for action in full.bar.view.menu.actions() if action.text()]


def test_the_view_to_begin_with_is_open_at_first(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    store.begin_with(store.save("Bruno", BRUNO, NOW), NOW)

    begin(full, qtbot)

    assert full.bar.view.accessibleName() == "View: Bruno"
    assert set(texts(full, "contact")) == {"Bruno"}
    assert full.keeper.shown == ["contact", "title"]
    assert not full.view_menu.is_changed


def test_what_is_asked_for_comes_before_the_view_to_begin_with(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    store.begin_with(store.save("Bruno", BRUNO, NOW), NOW)

    with qtbot.waitSignal(full.counted):
        full.start(ViewContent(filters=(TextFilter("contact", "conti"),)))

    qtbot.waitUntil(lambda: "Bruno (begins)" in entries(full))
    assert set(texts(full, "contact")) == {"Conti"}
    assert full.view_menu.current is None


def test_another_view_is_chosen_in_the_menu_and_all_rows_again(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    store.save("Bruno", BRUNO, NOW)
    begin(full, qtbot)

    with qtbot.waitSignal(full.counted):
        choose(full, "Bruno")
    filtered = full.model.rowCount()
    with qtbot.waitSignal(full.counted):
        choose(full, "All opportunities")

    assert filtered == 2
    assert full.model.rowCount() == 6
    assert len(full.keeper.shown) == 15


def test_a_change_is_marked_and_saved_over_the_view(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    store.begin_with(store.save("Bruno", BRUNO, NOW), NOW)
    begin(full, qtbot)
    with qtbot.waitSignal(full.counted):
        full.state.set_filters({"contact": TextFilter("contact", "abate")})
    changed = full.view_menu.is_changed, full.bar.view.toolTip()

    with qtbot.waitSignal(full.view_menu.changed, timeout=LONG_MS):
        choose(full, "Save")

    (view,) = store.views()
    assert changed == (True, "Bruno\nChanged and not saved")
    assert view.content.filters == (TextFilter("contact", "abate"),)
    assert not full.view_menu.is_changed


def test_a_name_and_an_audience_make_a_new_view(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    begin(full, qtbot)
    full.state.set_text("bruno")
    choose(full, "Save as…")
    dialog = full.view_menu.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.name, "Of Bruno")
    dialog.audience.setCurrentIndex(dialog.audience.count() - 1)

    with qtbot.waitSignal(full.view_menu.changed, timeout=LONG_MS):
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    (view,) = store.views()
    assert (view.name, view.audience, view.content.text) == ("Of Bruno", Audience.ALL, "bruno")
    assert full.bar.view.accessibleName() == "View: Of Bruno"
    assert not full.view_menu.is_changed


def test_a_name_that_is_taken_is_said_in_the_dialog_and_nothing_is_lost(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    store.save("Bruno", BRUNO, NOW)
    begin(full, qtbot)
    choose(full, "Save as…")
    dialog = full.view_menu.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.name, "bruno")

    qtbot.mouseClick(dialog.ok, LEFT)

    qtbot.waitUntil(dialog.error.isVisible)
    assert dialog.error.text() == "There is a view “bruno” already. Choose another name."
    assert dialog.name.text() == "bruno"
    dialog.reject()


def test_a_view_is_renamed_and_what_was_changed_stays_unsaved(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    store.begin_with(store.save("Bruno", BRUNO, NOW), NOW)
    begin(full, qtbot)
    full.state.set_text("0")
    choose(full, "Rename…")
    dialog = full.view_menu.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.name, "Robert")

    with qtbot.waitSignal(full.view_menu.changed, timeout=LONG_MS):
        qtbot.mouseClick(dialog.ok, LEFT)

    assert full.bar.view.accessibleName() == "View: Robert"
    assert full.view_menu.is_changed


def test_a_view_is_made_the_one_to_begin_with(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    store.save("Bruno", BRUNO, NOW)
    begin(full, qtbot)
    with qtbot.waitSignal(full.counted):
        choose(full, "Bruno")

    with qtbot.waitSignal(full.view_menu.changed, timeout=LONG_MS):
        choose(full, "Begin with this view")

    assert "Bruno (begins)" in entries(full)
    first = store.first()
    assert first is not None
    assert first.name == "Bruno"


def test_a_deleted_view_leaves_its_rows_and_no_name(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    store.begin_with(store.save("Bruno", BRUNO, NOW), NOW)
    begin(full, qtbot)

    with qtbot.waitSignal(full.view_menu.changed, timeout=LONG_MS):
        choose(full, "Delete")

    assert store.views() == []
    assert full.bar.view.accessibleName() == "View: All opportunities"
    assert full.view_menu.is_changed
    assert full.model.rowCount() == 2


def test_a_view_with_a_column_that_is_no_more_says_so_and_shows_the_rest(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    gone = ViewContent((*BRUNO.columns, ViewColumn("fax")), BRUNO.filters)
    store.begin_with(store.save("Bruno", gone, NOW), NOW)
    assert "fax" in to_text(gone)

    begin(full, qtbot)

    qtbot.waitUntil(full.message.isVisible)
    assert "“Bruno” names columns that no longer exist: fax." in full.message.sentence.text()
    assert full.keeper.shown == ["contact", "title"]


def test_what_cannot_be_done_is_barred_with_its_reason(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    assert store.views() == []
    begin(full, qtbot)
    actions = {each.text(): each for each in full.bar.view.menu.actions()}

    assert not actions["Save"].isEnabled()
    assert actions["Save"].toolTip() == "Save it under a name first."
    assert actions["Save as…"].isEnabled()


def test_a_view_that_somebody_else_saves_comes_into_the_menu(
    full: ListView, qtbot: QtBot, store: SavedViews
) -> None:
    show_rows(full, qtbot, 6)
    key = store.save("For all", BRUNO, NOW, Audience.ALL)

    full.take_changes({"saved_view": frozenset({key})}, "Elisa Conti")

    qtbot.waitUntil(lambda: "For all" in entries(full))
