"""Fixtures of the window and of a server that can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core.workspace import open_workspace
from devtools.postgresql import PostgresqlServer
from tests.app.desktop import Desktop
from tests.clipboard import clipboard
from tests.workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    Open = Callable[[str], Desktop]


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
