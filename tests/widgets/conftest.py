"""Fixtures of everything that is drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from widgets.kanban.card_painting import CardPainter
from widgets.theme import Appearance, Density, Theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application, without which Qt knows no fonts."""
    yield qapp
    # Widgets that were closed would else be dressed again with each theme of later tests.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def light() -> Theme:
    """Return the light theme at its comfortable density."""
    return load_theme(RESOURCES, "light")


@pytest.fixture
def appearance(application: QApplication, light: Theme) -> Appearance:
    """Return the application dressed in the light theme."""
    return Appearance(application, light)


@pytest.fixture(params=Density, ids=str)
def cards(request: pytest.FixtureRequest, appearance: Appearance) -> CardPainter:
    """Return a painter of each density in turn."""
    return CardPainter(appearance.theme, appearance.icons, request.param)


@pytest.fixture
def comfortable(appearance: Appearance) -> CardPainter:
    return CardPainter(appearance.theme, appearance.icons, Density.COMFORTABLE)


@pytest.fixture
def compact(appearance: Appearance) -> CardPainter:
    return CardPainter(appearance.theme, appearance.icons, Density.COMPACT)
