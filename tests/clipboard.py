"""A clipboard that a test leaves empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Empty the clipboard: without a screen Qt would end with what is on it, and crash."""
    assert qapp is not None
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()
