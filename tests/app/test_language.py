"""The window in a made-up language: what is not in brackets has escaped translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from resources.texts import PSEUDO_LANGUAGE, language
from tests.lists import add_contacts, add_opportunities
from widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.workspace import Workspace
    from tests.app.desktop import Desktop

    Open = Callable[[str], Desktop]

# Qt's own buttons speak by Qt's own catalogues.
OF_QT = ("ScrollLeftButton", "ScrollRightButton")
TAGS = re.compile(r"<[^>]*>|&nbsp;")
BRACKETS = re.compile(r"\[[^\[\]]*\]")
# A shortcut is named in a tooltip as it stands on the keys.
KEYS = re.compile(r"\((Ctrl|Alt|Shift|F\d+)[^)]*\)")
# Codes of currencies and short names of months come from the locale, not from us.
OF_LOCALE = re.compile(r"\b([A-Z]{3}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b")
LETTERS = re.compile(r"[^\W\d_]+")


@pytest.fixture
def pseudo() -> Iterator[None]:
    """Speak the made-up language."""
    before = language.code
    language.use(PSEUDO_LANGUAGE)
    yield
    language.use(before)


def texts_of(thing: QObject) -> Iterator[str]:
    """Yield what a widget or action shows or says."""
    if isinstance(thing, QLabel | QAbstractButton | QLineEdit | QAction):
        yield thing.text()
    if isinstance(thing, QLineEdit):
        yield thing.placeholderText()
    if isinstance(thing, QWidget):
        yield from (thing.toolTip(), thing.accessibleName(), thing.accessibleDescription())
        yield thing.windowTitle()


def escaped(window: QWidget, data: set[str]) -> set[str]:
    """Return the words of a window that stand in no brackets and are no data."""
    children = [*window.findChildren(QWidget), *window.findChildren(QAction)]
    things = [window, *(child for child in children if child.objectName() not in OF_QT)]
    found = {text for thing in things for text in texts_of(thing) if text}
    bare = {outside_brackets(TAGS.sub(" ", text)) for text in found}
    return {text for text in bare if text not in data and LETTERS.search(text)}


def outside_brackets(text: str) -> str:
    """Return what stands in no brackets, of which one text may have several, and in no keys."""
    while BRACKETS.search(text):
        text = BRACKETS.sub("", text)
    return OF_LOCALE.sub("", KEYS.sub("", text)).strip()


def test_every_text_of_the_window_is_translated(
    pseudo: None, open_desktop: Open, sqlite_workspace: Workspace, sqlite_address: str
) -> None:
    assert pseudo is None
    desktop = open_desktop(sqlite_address)
    desktop.wait(lambda: desktop.desk.list is not None)
    desktop.wait(lambda: bool(desktop.screen.count.text()))
    data = {"board", "My company", sqlite_workspace.user.name}
    empty = escaped(desktop.window, data)

    add_opportunities(sqlite_workspace, add_contacts(sqlite_workspace, ["Conti"]), 20)
    desktop.wait(lambda: desktop.screen.model.rowCount() == 20)
    desktop.screen.grid.selectRow(1)
    desktop.window.busy.start("")
    desktop.window.message.show_message(MessageKind.INFO, "")
    desktop.screen.offer_sorts()
    # The name of a stage is data.
    filled = escaped(desktop.window, data | {"Lost"})
    desktop.screen.sort_menu.close()

    assert empty == set()
    assert filled == set()


def test_every_head_of_the_list_is_translated(
    pseudo: None, open_desktop: Open, sqlite_address: str
) -> None:
    assert pseudo is None
    desktop = open_desktop(sqlite_address)
    desktop.wait(lambda: desktop.desk.list is not None)
    model = desktop.screen.model

    heads = [
        model.headerData(section, Qt.Orientation.Horizontal)
        for section in range(model.columnCount())
    ]

    assert [head for head in heads if not BRACKETS.fullmatch(head)] == []


def test_an_error_is_translated_around_its_names(
    pseudo: None, open_desktop: Open, sqlite_address: str
) -> None:
    assert pseudo is None
    desktop = open_desktop(f"{sqlite_address}/nowhere.db")

    desktop.wait(lambda: bool(desktop.message))

    assert desktop.message.startswith(f"[{sqlite_address}/nowhere.db")
    assert desktop.message.endswith("]")
    assert BRACKETS.fullmatch(desktop.window.message.link.text())
