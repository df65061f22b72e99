"""What the libraries must not do to the program."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_calls_without_a_result_give_back_the_none_they_borrow() -> None:
    # PySide6 6.12.0 drops one reference in each call; Python 3.11 aborts when none is left.
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(1_000):
        thing.setObjectName("x")

    assert sys.getrefcount(None) > before - 500
