"""A read that many ask for: never two at a time, none forgotten, and not more than one a second."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from models.paced_read import PAUSE_MS, PacedRead
from models.task import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

LONG_MS = 10_000


class Reading:
    """A read that waits until it may go on."""

    def __init__(self, tasks: TaskRunner) -> None:
        """Read by itself until the gate is shut."""
        self.gate = Event()
        self.gate.set()
        self.owner = QObject()
        self.prepared = 0
        self.arrived: list[object] = []
        self.failed: list[Exception] = []
        self.error: Exception | None = None
        self.paced = PacedRead(self.owner, tasks, self._prepare)
        self.paced.arrived.connect(self.arrived.append)
        self.paced.failed.connect(self.failed.append)

    def _prepare(self) -> Callable[[], object]:
        self.prepared += 1
        number, error = self.prepared, self.error

        def work() -> object:
            self.gate.wait()
            if error is not None:
                raise error
            return number

        return work


@pytest.fixture
def reading(qtbot: QtBot) -> Iterator[Reading]:
    """Return a read whose work has ended when the test has."""
    assert qtbot is not None
    tasks = TaskRunner(2)
    made = Reading(tasks)
    yield made
    made.gate.set()
    assert tasks.wait(LONG_MS)


def test_a_read_that_is_asked_for_arrives(reading: Reading, qtbot: QtBot) -> None:
    reading.paced.now()

    qtbot.waitUntil(lambda: reading.arrived == [1])


def test_what_is_asked_while_it_runs_is_one_more_read(reading: Reading, qtbot: QtBot) -> None:
    reading.gate.clear()
    reading.paced.now()
    for _time in range(5):
        reading.paced.now()
        reading.paced.soon()
    at_once = reading.prepared

    reading.gate.set()

    qtbot.waitUntil(lambda: reading.arrived == [1, 2], timeout=LONG_MS)
    qtbot.wait(PAUSE_MS + 200)
    assert at_once == 1
    assert reading.prepared == 2


def test_soon_is_at_most_once_a_second(reading: Reading, qtbot: QtBot) -> None:
    reading.paced.soon()
    qtbot.waitUntil(lambda: reading.arrived == [1])

    for _time in range(5):
        reading.paced.soon()
    qtbot.wait(100)
    waited = reading.prepared

    qtbot.waitUntil(lambda: reading.arrived == [1, 2], timeout=LONG_MS)
    assert waited == 1


def test_a_read_that_fails_is_told_and_the_next_one_goes_on(reading: Reading, qtbot: QtBot) -> None:
    reading.error = OSError("away")
    reading.paced.now()
    qtbot.waitUntil(lambda: len(reading.failed) == 1)

    reading.error = None
    reading.paced.now()

    qtbot.waitUntil(lambda: reading.arrived == [2])
