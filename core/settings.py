"""The settings of a user, described once: the settings page and their storage follow from it."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from db.engine import Lane
from db.errors import DealboardError
from db.setting_rows import store_setting, stored_settings
from resources.texts import _, marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.workspace import Workspace

log = logging.getLogger(__name__)


class SettingKind(Enum):
    """How a setting is chosen, and what is stored."""

    CHOICE = "choice"
    # An id as text, out of a table of the database; empty: the user's own.
    RECORD = "record"
    # A mapping that a screen of its own edits.
    MAPPING = "mapping"


@dataclass(frozen=True)
class Setting:
    """One setting: hidden ones are kept by the program and not on the page."""

    name: str
    label: str
    kind: SettingKind
    default: Any
    choices: Mapping[str, str] | None = None
    help: str = ""
    hidden: bool = False


THEMES = {
    "system": marked("Like the system"),
    "light": marked("Light"),
    "dark": marked("Dark"),
}
# Languages are named in themselves, so that who cannot read the present one finds theirs.
LANGUAGES = {
    "system": marked("Like the system"),
    "en": "English",
    "it": "Italiano",
    "de": "Deutsch",
}
DENSITIES = {"comfortable": marked("Comfortable"), "compact": marked("Compact")}

SETTINGS: tuple[Setting, ...] = (
    Setting("theme", marked("Theme"), SettingKind.CHOICE, "system", THEMES),
    Setting(
        "language",
        marked("Language"),
        SettingKind.CHOICE,
        "system",
        LANGUAGES,
        marked("Texts, numbers, dates and money."),
    ),
    Setting(
        "company",
        marked("Company"),
        SettingKind.RECORD,
        "",
        help=marked("Totals are shown in its currency."),
    ),
    Setting("density", marked("Row height"), SettingKind.CHOICE, "comfortable", DENSITIES),
    Setting("shortcuts", marked("Shortcuts"), SettingKind.MAPPING, {}),
    Setting("layout", marked("Layout"), SettingKind.MAPPING, {}, hidden=True),
    Setting("boards", marked("Boards"), SettingKind.MAPPING, {}, hidden=True),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}


class SettingError(DealboardError):
    """A setting cannot take a value."""


class Settings:
    """The settings of the user of a workspace; reading and writing wait for the database."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin with the defaults."""
        self._workspace = workspace
        self._values = {setting.name: setting.default for setting in SETTINGS}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - by the kind of the setting
        return self._values[name]

    def load(self) -> None:
        """Read what is stored; a damaged value is logged and reads as the default."""
        with self._workspace.database.reading() as connection:
            stored = stored_settings(connection, self._workspace.user.id)
        for setting in SETTINGS:
            self._values[setting.name] = _read(setting, stored.get(setting.name))

    def set(self, name: str, value: Any) -> None:  # noqa: ANN401 - by the kind of the setting
        """Store a value; the default is stored by forgetting what was there."""
        setting = BY_NAME[name]
        if not _fits(setting, value):
            text = _("{label} cannot be “{value}”. Choose one of those offered.")
            raise SettingError(text.format(label=_(setting.label), value=value))
        kept = None if value == setting.default else json.dumps(value, ensure_ascii=False)
        with self._workspace.database.changing(Lane.INTERACTIVE) as connection:
            store_setting(connection, self._workspace.user.id, name, kept)
        self._values[name] = value


def choice_labels(setting: Setting) -> dict[str, str]:
    """Return the choices of a setting in the language in use."""
    return {key: _(label) for key, label in (setting.choices or {}).items()}


def _read(setting: Setting, text: str | None) -> Any:  # noqa: ANN401 - by the kind of the setting
    if text is None:
        return setting.default
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if _fits(setting, value):
        return value
    log.warning("setting %s is damaged, its default is used: %.80r", setting.name, text)
    return setting.default


def _fits(setting: Setting, value: object) -> bool:
    if setting.kind is SettingKind.CHOICE:
        return isinstance(value, str) and value in (setting.choices or {})
    if setting.kind is SettingKind.RECORD:
        return isinstance(value, str)
    return isinstance(value, dict)
