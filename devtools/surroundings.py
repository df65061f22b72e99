"""The environment that the program and its tests are started in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NO_POSTGRESQL = "DEALBOARD_NO_POSTGRESQL"
SANDBOX_LINE = (
    "Running as root: QTWEBENGINE_DISABLE_SANDBOX=1 is set, because the web engine refuses to start"
    " with its sandbox as root. It is never set for other users."
)
NO_SCREEN = (
    "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be"
    " shown; `python3 dev.py shots pictures` draws pictures of every screen instead."
)
# These print and end; they need no window.
WINDOWLESS = frozenset({"-h", "--help", "--version"})


def is_root() -> bool:
    """Tell whether this is the superuser of a Unix system."""
    return sys.platform != "win32" and os.geteuid() == 0


def sandbox_settings(*, root: bool) -> dict[str, str]:
    """Return what the web engine needs as root, and nothing for other users."""
    return {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if root else {}


def child_environment(
    platform: str | None = None, *, no_postgresql: bool = False
) -> dict[str, str]:
    """Return the environment of a child process; platform is the one Qt draws on."""
    environment = {**os.environ, **sandbox_settings(root=is_root())}
    if platform is not None:
        # Without a screen the web engine looks for a graphics card in vain, and says so at length.
        environment |= {"QT_QPA_PLATFORM": platform, "LC_ALL": "C.UTF-8"}
        environment.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
    if no_postgresql:
        environment[NO_POSTGRESQL] = "1"
    return environment


def has_screen(environment: Mapping[str, str], system: str = sys.platform) -> bool:
    """Tell whether Qt finds something to draw on; a platform chosen by the user counts."""
    if system != "linux":
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def needs_screen(arguments: Sequence[str]) -> bool:
    """Tell whether the program, called with these arguments, opens a window."""
    return WINDOWLESS.isdisjoint(arguments)
