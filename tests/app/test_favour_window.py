"""Work in the background must not let the window stand still."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import pytest

from app.run import SWITCH_SECONDS, favour_window

if TYPE_CHECKING:
    from collections.abc import Iterator

# Modules alone are more than these.
MANY = 50_000


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """Put the interpreter back to what it was."""
    interval = sys.getswitchinterval()
    yield
    sys.setswitchinterval(interval)
    gc.unfreeze()


def test_what_is_loaded_is_left_out_of_later_collections() -> None:
    gc.unfreeze()

    favour_window()

    assert gc.get_freeze_count() > MANY
    assert len(gc.get_objects()) < MANY


def test_garbage_that_comes_later_is_still_collected() -> None:
    favour_window()
    circle: list[object] = []
    circle.append(circle)
    del circle

    assert gc.collect() > 0


def test_a_thread_that_computes_hands_over_soon() -> None:
    favour_window()

    assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)
