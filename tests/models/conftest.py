"""Fixtures of models over a real database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.models.boards import BoardBench
from tests.models.records import Bench

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace


@pytest.fixture
def bench(sqlite_workspace: Workspace, qtbot: QtBot) -> Iterator[Bench]:
    """Return a table over a file."""
    assert qtbot is not None
    made = Bench(sqlite_workspace)
    yield made
    assert made.close()


@pytest.fixture
def any_bench(workspace: Workspace, qtbot: QtBot) -> Iterator[Bench]:
    """Return a table over a database, once of each engine."""
    assert qtbot is not None
    made = Bench(workspace)
    yield made
    assert made.close()


@pytest.fixture
def cards(sqlite_address: str, qtbot: QtBot) -> Iterator[BoardBench]:
    """Return a board over a file."""
    made = BoardBench(qtbot, sqlite_address)
    yield made
    assert made.close()


@pytest.fixture
def any_cards(address: str, qtbot: QtBot) -> Iterator[BoardBench]:
    """Return a board over a database, once of each engine."""
    made = BoardBench(qtbot, address)
    yield made
    assert made.close()
