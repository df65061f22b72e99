"""Fixtures of the window and of a server that can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.look import Look
from core.workspace import open_workspace
from devtools.postgresql import PostgresqlServer
from resources.texts import language
from tests.app.desktop import Desktop
from tests.app.started import Started
from tests.clipboard import clipboard
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    Open = Callable[[str], Desktop]
    Start = Callable[[str | None], Started]


# Named here, so that pytest finds it.
__all__ = ["clipboard"]


@pytest.fixture
def open_desktop(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Return a function that opens a window on a database; none may touch it on the GUI thread."""
    opened: list[Desktop] = []

    def open_on(address: str) -> Desktop:
        opened.append(Desktop(qtbot, qapp, address))
        return opened[-1]

    yield open_on
    for desktop in opened:
        desktop.close()
    assert [desktop.caught for desktop in opened if desktop.caught] == []


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home of a user who has never started the program."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    for name in ("HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Start]:
    """Return a function that starts the program; look and language are put back afterwards."""
    started: list[Started] = []
    before = language.code

    def begin(address: str | None) -> Started:
        started.append(Started(qtbot, qapp, home, address))
        started[-1].activate()
        return started[-1]

    yield begin
    for each in started:
        each.close()
        each.window.deleteLater()
        each.program.qt_texts.leave()
    language.use(before)
    if started:
        Look(qapp, "light")


@pytest.fixture(scope="session")
def own_server(postgresql_server: PostgresqlServer) -> Iterator[PostgresqlServer]:
    """Return a server of these tests' own, which they stop and start."""
    assert postgresql_server is not None
    with PostgresqlServer() as server:
        yield server


@pytest.fixture
def own_address(own_server: PostgresqlServer) -> str:
    """Return the address of a prepared database on the server that can be stopped."""
    address = own_server.create_database()
    open_workspace(address, NOW).database.close()
    return address
