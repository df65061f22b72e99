"""What is known before a database is open: recent ones, theme, language. A small JSON file."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)
VERSION = 1
MOST_RECENT = 10
NAME = "settings.json"
TEXTS = ("theme", "language", "window")


@dataclass(frozen=True)
class LocalSettings:
    """The settings of this machine; recent addresses are without passwords, newest first."""

    recent: tuple[str, ...] = ()
    theme: str = "system"
    language: str = "system"
    # The window's own state as Qt gives it, in base64.
    window: str = ""

    def opened(self, address: str) -> LocalSettings:
        """Return the settings with an address as the newest one."""
        others = tuple(each for each in self.recent if each != address)
        return replace(self, recent=(address, *others)[:MOST_RECENT])

    def forgotten(self, address: str) -> LocalSettings:
        """Return the settings without an address."""
        return replace(self, recent=tuple(each for each in self.recent if each != address))


class LocalSettingsFile:
    """The file of a user's settings of this machine, in a folder that is handed in."""

    def __init__(self, folder: Path) -> None:
        """Use the file of this folder."""
        self.path = folder / NAME

    def read(self) -> LocalSettings:
        """Return what the file says; one that cannot be read is kept aside, and defaults count."""
        try:
            stored = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return LocalSettings()
        except (OSError, ValueError) as error:
            return self._put_aside(str(error))
        if not isinstance(stored, dict) or stored.get("version") != VERSION:
            return self._put_aside("another version")
        return _settings(stored)

    def write(self, settings: LocalSettings) -> None:
        """Write the file whole; one that cannot be written is logged and leaves the old one."""
        text = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=1)
        half = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            half.write_text(text, encoding="utf-8")
            half.replace(self.path)
        except OSError as error:
            log.warning("%s cannot be written: %s", self.path, error)

    def _put_aside(self, reason: str) -> LocalSettings:
        aside = self.path.with_suffix(".old.json")
        log.warning("%s cannot be used (%s), kept as %s", self.path, reason, aside.name)
        try:
            self.path.replace(aside)
        except OSError as error:
            log.warning("%s stays where it is: %s", self.path, error)
        return LocalSettings()


def _settings(stored: dict[str, Any]) -> LocalSettings:
    """Return the settings of a file; a value of another kind reads as the default."""
    values: dict[str, Any] = {name: stored[name] for name in TEXTS if _is_text(stored.get(name))}
    recent = stored.get("recent")
    if isinstance(recent, list):
        values["recent"] = tuple(filter(_is_text, recent))[:MOST_RECENT]
    return replace(LocalSettings(), **values)


def _is_text(value: object) -> bool:
    return isinstance(value, str)
