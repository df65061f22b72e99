"""Settings of a user in the database, and those of this machine in a small file."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from core.local_settings import MOST_RECENT, LocalSettings, LocalSettingsFile
from core.settings import BY_NAME, SETTINGS, SettingError, SettingKind, Settings, choice_labels
from db.setting_rows import store_setting
from db.tables.extra import SettingRow
from db.tables.log import ChangeRow

if TYPE_CHECKING:
    from pathlib import Path

    from core.workspace import Workspace


def stored(workspace: Workspace) -> dict[str, str]:
    """Return what stands in the table."""
    with workspace.database.reading() as connection:
        return dict(connection.execute(select(SettingRow.name, SettingRow.value)).all())


def loaded(workspace: Workspace) -> Settings:
    """Return the settings as a new start reads them."""
    settings = Settings(workspace)
    settings.load()
    return settings


def test_a_setting_is_there_at_the_next_start_and_leaves_no_trace_in_the_log(
    workspace: Workspace,
) -> None:
    with workspace.database.reading() as connection:
        before = len(connection.execute(select(ChangeRow.seq)).all())
    settings = Settings(workspace)

    settings.set("theme", "dark")
    settings.set("theme", "light")
    settings.set("shortcuts", {"undo": "Ctrl+U"})

    again = loaded(workspace)
    assert (again["theme"], again["shortcuts"]) == ("light", {"undo": "Ctrl+U"})
    assert again["language"] == "system"
    with workspace.database.reading() as connection:
        assert len(connection.execute(select(ChangeRow.seq)).all()) == before


def test_the_default_is_kept_by_keeping_nothing(sqlite_workspace: Workspace) -> None:
    settings = Settings(sqlite_workspace)
    settings.set("density", "compact")

    settings.set("density", "comfortable")

    assert stored(sqlite_workspace) == {}
    assert settings["density"] == "comfortable"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("theme", '"purple"'),
        ("theme", "{"),
        ("theme", "7"),
        ("shortcuts", "[]"),
        ("company", "null"),
    ],
)
def test_a_damaged_value_reads_as_the_default_and_is_logged(
    sqlite_workspace: Workspace, caplog: pytest.LogCaptureFixture, name: str, text: str
) -> None:
    with sqlite_workspace.database.changing() as connection:
        store_setting(connection, sqlite_workspace.user.id, name, text)
        store_setting(connection, sqlite_workspace.user.id, "density", '"compact"')

    with caplog.at_level(logging.WARNING):
        settings = loaded(sqlite_workspace)

    assert settings[name] == BY_NAME[name].default
    assert settings["density"] == "compact"
    assert f"setting {name} is damaged" in caplog.text


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "purple"), ("theme", None), ("layout", []), ("company", 7)]
)
def test_a_value_that_is_not_offered_is_refused(
    sqlite_workspace: Workspace, name: str, value: object
) -> None:
    settings = Settings(sqlite_workspace)

    with pytest.raises(SettingError, match=BY_NAME[name].label):
        settings.set(name, value)

    assert stored(sqlite_workspace) == {}


def test_every_setting_is_described_for_the_page() -> None:
    for setting in SETTINGS:
        assert setting.label
        choice = setting.kind is SettingKind.CHOICE
        assert (setting.choices is not None) == choice
        assert not choice or setting.default in choice_labels(setting)


def test_this_machines_settings_are_there_again(tmp_path: Path) -> None:
    file = LocalSettingsFile(tmp_path / "new" / "folder")
    settings = LocalSettings(("a.db",), "dark", "it", "QUFB")

    file.write(settings)

    assert file.read() == settings
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    assert LocalSettingsFile(tmp_path).read() == LocalSettings()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"version": 99, "theme": "dark"}', "\udcff"]
)
def test_a_damaged_file_or_another_version_is_kept_aside(tmp_path: Path, text: str) -> None:
    file = LocalSettingsFile(tmp_path)
    raw = text.encode("utf-8", "surrogateescape")
    file.path.write_bytes(raw)

    assert file.read() == LocalSettings()
    assert (tmp_path / "settings.old.json").read_bytes() == raw
    assert not file.path.exists()


@given(
    st.dictionaries(
        st.sampled_from(["recent", "theme", "language", "window", "x"]),
        st.none()
        | st.integers()
        | st.text(max_size=5)
        | st.lists(st.integers() | st.text(max_size=3)),
    )
)
def test_values_of_another_kind_read_as_defaults(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, Any]
) -> None:
    file = LocalSettingsFile(tmp_path_factory.mktemp("settings"))
    file.path.write_text(json.dumps({"version": 1, **values}), encoding="utf-8")

    found = file.read()

    assert isinstance(found.theme, str)
    assert all(isinstance(address, str) for address in found.recent)


def test_a_folder_that_cannot_be_written_is_logged_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    LocalSettingsFile(tmp_path / "file").write(LocalSettings())

    assert "cannot be written" in caplog.text


def test_recent_databases_come_newest_first_and_once() -> None:
    settings = LocalSettings()
    for number in range(20):
        settings = settings.opened(f"{number}.db")

    again = settings.opened("15.db")

    assert again.recent[:3] == ("15.db", "19.db", "18.db")
    assert len(again.recent) == len(set(again.recent)) == MOST_RECENT
    assert again.forgotten("15.db") == replace(again, recent=again.recent[1:])
