"""Work off the GUI thread: where its answer arrives, and what outlives what."""

from __future__ import annotations

import gc
import logging
import weakref
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Slot
from shiboken6 import delete

from db.errors import BusyError
from models.task import Task, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LONG_MS = 10_000


class Screen(QObject):
    """Notes what a task tells, and on which thread."""

    def __init__(self, task: Task) -> None:
        """Listen to a task."""
        super().__init__()
        self.told: list[tuple[str, object]] = []
        self.threads: set[str] = set()
        task.done.connect(self.take)
        task.failed.connect(self.fail)
        task.progressed.connect(self.progress)
        task.ended.connect(self.end)

    @Slot(object)
    def take(self, answer: object) -> None:
        self._note("done", answer)

    @Slot(Exception)
    def fail(self, error: Exception) -> None:
        self._note("failed", error)

    @Slot(object)
    def progress(self, progress: object) -> None:
        self._note("progressed", progress)

    @Slot()
    def end(self) -> None:
        self._note("ended", None)

    @property
    def ended(self) -> bool:
        return ("ended", None) in self.told

    def _note(self, kind: str, value: object) -> None:
        self.told.append((kind, value))
        self.threads.add(current_thread().name)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    """Return a runner of two threads."""
    assert qtbot is not None
    made = TaskRunner(2)
    yield made
    assert made.wait(LONG_MS)


def test_work_runs_elsewhere_and_its_answer_arrives_on_the_thread_of_the_screens(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    task = Task(lambda: current_thread().name)
    screen = Screen(task)

    runner.start(task)

    qtbot.waitUntil(lambda: screen.ended)
    (kind, worker), _end = screen.told
    assert kind == "done"
    assert worker != main_thread().name
    assert screen.threads == {main_thread().name}


def test_an_answer_is_the_very_object_that_the_work_returned(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    answer = {"rows": [1, 2**70, None]}
    task = Task(lambda: answer)
    screen = Screen(task)

    runner.start(task)

    qtbot.waitUntil(lambda: screen.ended)
    assert screen.told[0][1] is answer


def test_progress_arrives_in_its_order_before_the_end(runner: TaskRunner, qtbot: QtBot) -> None:
    def work() -> str:
        for step in range(3):
            task.progressed.emit(step)
        return "all"

    task = Task(work)
    screen = Screen(task)

    runner.start(task)

    qtbot.waitUntil(lambda: screen.ended)
    steps = [("progressed", step) for step in range(3)]
    assert screen.told == [*steps, ("done", "all"), ("ended", None)]


def test_a_refusal_arrives_as_the_error_that_it_is_and_is_no_crash(
    runner: TaskRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> None:
        raise BusyError

    task = Task(refuse)
    screen = Screen(task)

    with caplog.at_level(logging.INFO):
        runner.start(task)
        qtbot.waitUntil(lambda: screen.ended)

    assert [kind for kind, _value in screen.told] == ["failed", "ended"]
    assert isinstance(screen.told[0][1], BusyError)
    assert screen.threads == {main_thread().name}
    assert [record.levelname for record in caplog.records] == ["INFO"]


def test_a_bug_arrives_too_and_is_logged_with_its_trace(
    runner: TaskRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    task = Task(lambda: int("no number"))
    screen = Screen(task)

    runner.start(task)

    qtbot.waitUntil(lambda: screen.ended)
    assert isinstance(screen.told[0][1], ValueError)
    assert "test_task.py" in caplog.text


def test_a_task_outlives_the_screen_that_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on, done = Event(), Event()

    def work() -> None:
        go_on.wait(LONG_MS / 1000)
        done.set()

    task = Task(work)
    screen = Screen(task)
    runner.start(task)

    delete(screen)
    go_on.set()

    qtbot.waitUntil(done.is_set)
    assert runner.wait(LONG_MS)
    assert screen.told == []


def test_nobody_needs_to_keep_a_task_and_it_goes_when_it_has_ended(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    answers: list[object] = []
    task = Task(lambda: "answer")
    kept = weakref.ref(task)
    task.done.connect(answers.append)

    runner.start(task)
    del task
    gc.collect()

    qtbot.waitUntil(lambda: answers == ["answer"])
    qtbot.waitUntil(lambda: gc.collect() >= 0 and kept() is None)


def test_after_the_close_nothing_runs(runner: TaskRunner, qtbot: QtBot) -> None:
    ran: list[str] = []

    ended = runner.close(LONG_MS)
    runner.start(Task(lambda: ran.append("late")))
    qtbot.wait(50)

    assert ended
    assert ran == []


def test_more_tasks_than_threads_wait_for_their_turn(runner: TaskRunner, qtbot: QtBot) -> None:
    gate = Event()
    tasks = [Task(lambda: gate.wait(LONG_MS / 1000)) for _ in range(6)]
    screens = [Screen(task) for task in tasks]
    for task in tasks:
        runner.start(task)

    early = runner.wait(50)
    gate.set()

    qtbot.waitUntil(lambda: all(screen.ended for screen in screens))
    assert not early
    assert runner.wait(0)
