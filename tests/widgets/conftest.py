"""Fixtures of everything that is drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from widgets.theme import Appearance, Theme, load_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Return the application, without which Qt knows no fonts."""
    return qapp


@pytest.fixture
def light() -> Theme:
    """Return the light theme at its comfortable density."""
    return load_theme(RESOURCES, "light")


@pytest.fixture
def appearance(application: QApplication, light: Theme) -> Appearance:
    """Return the application dressed in the light theme."""
    return Appearance(application, light)
