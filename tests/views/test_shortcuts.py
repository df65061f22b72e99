"""Which keys belong to which command."""

from __future__ import annotations

import pytest

from views.settings.shortcuts import Command, Shortcuts, kept_shortcuts, portable

COMMANDS = (
    Command("find", "Find or do anything", "Ctrl+K", "Ctrl+K"),
    Command("undo", "Undo", "Ctrl+Z", "Ctrl+Z"),
    Command("delete", "Delete", "Delete", "Delete"),
    Command("theme", "Light or dark"),
)


@pytest.fixture
def shortcuts() -> Shortcuts:
    return Shortcuts(COMMANDS)


def test_a_command_takes_keys_that_nobody_has(shortcuts: Shortcuts) -> None:
    changed = shortcuts.ask("theme", "Ctrl+Shift+L")

    assert changed
    assert shortcuts.changed == {"theme": "Ctrl+Shift+L"}
    assert shortcuts.reason("theme") == ""


def test_two_commands_never_have_the_same_keys(shortcuts: Shortcuts) -> None:
    changed = shortcuts.ask("theme", "Ctrl+K")

    assert not changed
    assert shortcuts.changed == {}
    assert shortcuts.shown("theme") == "Ctrl+K"
    assert "belongs to “Find or do anything”" in shortcuts.reason("theme")


def test_keys_that_are_given_back_go_to_who_asked_for_them(shortcuts: Shortcuts) -> None:
    shortcuts.ask("theme", "Ctrl+K")

    changed = shortcuts.ask("find", "Ctrl+P")

    assert changed
    assert shortcuts.changed == {"find": "Ctrl+P", "theme": "Ctrl+K"}
    assert shortcuts.reason("theme") == ""


def test_two_commands_can_change_their_keys_with_one_another(shortcuts: Shortcuts) -> None:
    shortcuts.ask("find", "")
    shortcuts.ask("undo", "Ctrl+K")

    shortcuts.ask("find", "Ctrl+Z")

    assert shortcuts.changed == {"find": "Ctrl+Z", "undo": "Ctrl+K"}


def test_keys_that_are_cleared_are_stored_as_none(shortcuts: Shortcuts) -> None:
    shortcuts.ask("undo", "")

    assert shortcuts.changed == {"undo": ""}


def test_several_commands_may_have_no_keys(shortcuts: Shortcuts) -> None:
    shortcuts.ask("undo", "")

    assert shortcuts.ask("find", "")


def test_another_wish_takes_the_refused_one_away(shortcuts: Shortcuts) -> None:
    shortcuts.ask("theme", "Ctrl+K")

    shortcuts.ask("theme", "")

    assert shortcuts.reason("theme") == ""
    assert shortcuts.shown("theme") == ""


@pytest.mark.parametrize("keys", ["A", "Shift+A", "5", "Return", "Tab", "Esc", "Left", "Space"])
def test_keys_that_typing_needs_are_refused(shortcuts: Shortcuts, keys: str) -> None:
    changed = shortcuts.ask("theme", keys)

    assert not changed
    assert "is needed for typing" in shortcuts.reason("theme")


@pytest.mark.parametrize("keys", ["F4", "Ctrl+A", "Alt+Left", "Meta+Space", "Shift+F10", "Insert"])
def test_keys_that_typing_does_not_need_are_taken(shortcuts: Shortcuts, keys: str) -> None:
    assert shortcuts.ask("theme", keys)


def test_the_keys_a_command_comes_with_are_always_good(shortcuts: Shortcuts) -> None:
    shortcuts.ask("delete", "Ctrl+D")

    assert shortcuts.ask("delete", "Delete")
    assert shortcuts.changed == {}


def test_all_commands_go_back_to_what_they_came_with(shortcuts: Shortcuts) -> None:
    shortcuts.ask("find", "Ctrl+P")
    shortcuts.ask("theme", "Ctrl+Z")

    shortcuts.ask_all_defaults()

    assert shortcuts.changed == {}
    assert shortcuts.shown("find") == "Ctrl+K"
    assert shortcuts.reason("theme") == ""


def test_keys_are_the_same_however_they_are_written(shortcuts: Shortcuts) -> None:
    assert portable("ctrl+k") == "Ctrl+K"
    assert not shortcuts.ask("find", "ctrl+k")


def test_stored_keys_hold_and_damaged_ones_do_not() -> None:
    stored = {"find": "Ctrl+P", "undo": 7, "gone": "Ctrl+G"}

    kept = {each.key: each.current for each in kept_shortcuts(COMMANDS, stored)}

    assert kept == {"find": "Ctrl+P", "undo": "Ctrl+Z", "delete": "Delete", "theme": ""}
