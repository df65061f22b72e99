"""The feed on the thread of the screens."""

from __future__ import annotations

from threading import current_thread, main_thread
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Slot

from db.feed import FeedBatch, FeedState, FeedStatus, read_position
from models.feed_thread import FeedThread
from tests.workspaces import add_contact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from core.workspace import Workspace


class Listener(QObject):
    """Keeps what arrives, and on which thread."""

    def __init__(self, feed: FeedThread) -> None:
        """Listen to both signals."""
        super().__init__()
        self.batches: list[FeedBatch] = []
        self.states: list[FeedState] = []
        self.threads: set[str] = set()
        feed.changed.connect(self._keep_batch)
        feed.state_changed.connect(self._keep_state)

    @Slot(object)
    def _keep_batch(self, batch: FeedBatch) -> None:
        self.batches.append(batch)
        self.threads.add(current_thread().name)

    @Slot(object)
    def _keep_state(self, status: FeedStatus) -> None:
        self.states.append(status.state)
        self.threads.add(current_thread().name)


@pytest.fixture
def feed(address: str, qtbot: QtBot) -> Iterator[FeedThread]:
    """Return a thread that is not started."""
    assert qtbot is not None
    made = FeedThread(address)
    yield made
    made.stop()


def test_changes_and_states_arrive_on_the_thread_of_the_screens(
    feed: FeedThread, workspace: Workspace, qtbot: QtBot
) -> None:
    listener = Listener(feed)
    feed.start()
    qtbot.waitUntil(lambda: listener.states == [FeedState.LIVE])

    key = add_contact(workspace)

    qtbot.waitUntil(lambda: bool(listener.batches))
    assert listener.batches[0].rows == {"contact": frozenset({key})}
    assert listener.threads == {main_thread().name}


def test_nothing_is_read_before_the_start(
    feed: FeedThread, workspace: Workspace, qtbot: QtBot
) -> None:
    listener = Listener(feed)

    add_contact(workspace)
    qtbot.wait(100)

    assert listener.states == []


def test_a_start_at_a_position_brings_what_came_since(
    workspace: Workspace, address: str, qtbot: QtBot
) -> None:
    with workspace.database.reading() as connection:
        position = read_position(connection)
    key = add_contact(workspace)
    feed = FeedThread(address, position)
    listener = Listener(feed)

    feed.start()

    qtbot.waitUntil(lambda: bool(listener.batches))
    feed.stop()
    assert listener.batches[0].rows == {"contact": frozenset({key})}


def test_a_stop_ends_within_half_a_second_and_silences_the_feed(
    feed: FeedThread, workspace: Workspace, qtbot: QtBot
) -> None:
    listener = Listener(feed)
    feed.start()
    qtbot.waitUntil(lambda: listener.states == [FeedState.LIVE])
    begun = monotonic()

    feed.stop()
    took = monotonic() - begun
    add_contact(workspace)
    qtbot.waitUntil(lambda: listener.states == [FeedState.LIVE, FeedState.STOPPED])
    qtbot.wait(400)

    assert took < 0.5
    assert listener.batches == []


def test_a_stop_does_not_wait_for_a_server_that_does_not_answer(qtbot: QtBot) -> None:
    # Addresses of this net are kept for examples: nobody answers there.
    feed = FeedThread("postgresql://192.0.2.1/board")
    listener = Listener(feed)
    feed.start()
    qtbot.wait(100)
    begun = monotonic()

    feed.stop()

    assert monotonic() - begun < 0.5
    assert FeedState.LIVE not in listener.states


def test_a_feed_that_was_never_started_can_be_stopped(feed: FeedThread) -> None:
    feed.stop()

    assert not feed.running
