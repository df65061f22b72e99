"""The tools of dev.py: what they say, what they decide, what they leave alone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from devtools import (
    building,
    checks,
    commands,
    dead_code,
    environment,
    process,
    surroundings,
    testing,
)
from devtools import system_packages as packages
from devtools.checks import Check, Outcome, State
from devtools.places import ROOT
from devtools.testing import NO_TESTS, OK, Part

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DEV = [sys.executable, str(ROOT / "dev.py")]


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[packages.SystemPackage]]:
    """Return what the set-up was asked for; nothing is set up."""
    asked: list[Sequence[packages.SystemPackage]] = []
    monkeypatch.setattr(environment, "prepare", lambda wanted=(): asked.append(wanted))
    return asked


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """Return the programs that were called; none is started."""
    calls: list[tuple[list[str], dict[str, str]]] = []

    def note(command: Sequence[str], environment: dict[str, str] | None = None) -> int:
        calls.append((list(command), environment or {}))
        return OK

    monkeypatch.setattr(process, "run", note)
    return calls


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("command", [[], ["run"], ["run", "--database", "x.db"]])
def test_run_without_a_screen_says_so_in_one_sentence(command: list[str]) -> None:
    answer = subprocess.run(
        [*DEV, *command], env={}, check=False, capture_output=True, encoding="utf-8"
    )

    assert answer.returncode == 2
    assert answer.stdout == f"{surroundings.NO_SCREEN}\n"
    assert "python3 dev.py shots pictures" in answer.stdout


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_or_a_chosen_platform_is_a_screen(name: str) -> None:
    assert surroundings.has_screen({name: "x"}, "linux")
    assert not surroundings.has_screen({name: ""}, "linux")


def test_windows_always_has_a_screen() -> None:
    assert surroundings.has_screen({}, "win32")


def test_printing_the_help_needs_no_screen() -> None:
    assert not surroundings.needs_screen(["--help"])
    assert surroundings.needs_screen([])


def test_only_root_runs_the_web_engine_without_its_sandbox() -> None:
    assert surroundings.sandbox_settings(root=True) == {"QTWEBENGINE_DISABLE_SANDBOX": "1"}
    assert surroundings.sandbox_settings(root=False) == {}


@pytest.mark.parametrize("root", [True, False])
@pytest.mark.usefixtures("prepared")
def test_run_says_that_the_sandbox_is_off_to_root_alone(
    *,
    root: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    started: list[tuple[list[str], dict[str, str]]],
) -> None:
    monkeypatch.setattr(surroundings, "is_root", lambda: root)
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)

    code = commands.main(["run", "--help"])

    assert code == OK
    assert (surroundings.SANDBOX_LINE in capsys.readouterr().out) is root
    command, child = started[0]
    assert command[1:] == ["-m", "app", "--help"]
    assert ("QTWEBENGINE_DISABLE_SANDBOX" in child) is root


def test_pictures_are_drawn_without_a_screen(
    prepared: list[Sequence[packages.SystemPackage]],
    started: list[tuple[list[str], dict[str, str]]],
) -> None:
    assert commands.main(["shots", "pictures", "--only", "board"]) == OK

    command, child = started[0]
    assert command[1:] == ["-m", "app.shots", "pictures", "--only", "board"]
    assert child["QT_QPA_PLATFORM"] == "offscreen"
    assert prepared == [packages.PROGRAM]


def test_benchmarks_leave_postgresql_out_when_told(
    prepared: list[Sequence[packages.SystemPackage]],
    started: list[tuple[list[str], dict[str, str]]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    commands.main(["bench", "--only", "list", "--no-postgresql"])

    command, child = started[0]
    assert command[1:] == ["-m", "benchmarks", "--only", "list"]
    assert child[surroundings.NO_POSTGRESQL] == "1"
    assert capsys.readouterr().out.endswith("PostgreSQL was NOT measured: --no-postgresql\n")
    assert prepared == [packages.TOOLS]


def test_an_unknown_command_is_named_with_the_way_to_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert commands.main(["tset"]) == 2

    assert "'tset'; `python3 dev.py help`" in capsys.readouterr().out


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["--help"]) == OK

    said = capsys.readouterr().out
    assert all(f"  {command.name} " in said for command in commands.COMMANDS)


def test_a_failed_set_up_ends_with_its_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(wanted: object = ()) -> None:
        del wanted
        raise environment.SetUpError("The disk is full.")

    monkeypatch.setattr(environment, "prepare", fail)

    assert commands.main(["check"]) == 1
    assert capsys.readouterr().out == "The disk is full.\n"


def test_checks_print_a_line_each_and_the_output_of_those_that_failed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = Check("good", python("print('boring')"))
    bad = Check("bad", python("import sys; print('line 7 is wrong'); sys.exit(1)"))

    assert not checks.run_checks([good, bad])

    said = capsys.readouterr().out
    assert "s  good: passed\n" in said
    assert "s  bad: FAILED\n" in said
    assert "--- bad ---\nline 7 is wrong\n" in said
    assert "boring" not in said
    assert said.endswith("1 FAILED.\n")


def test_checks_pass_when_none_failed() -> None:
    assert checks.run_checks([Check("good", python(""))])


def test_a_missing_registry_is_no_failure_of_the_resolution() -> None:
    away = "error: Request failed after 3 retries\n  cause: Failed to fetch: ...\n"
    clash = "error: No solution found when resolving dependencies\n"

    assert checks.judge_resolution(2, away) is State.NOT_TRIED
    assert checks.judge_resolution(1, clash) is State.FAILED
    assert checks.judge_resolution(0, "") is State.PASSED
    line = checks.describe(Outcome("Windows", State.NOT_TRIED, 1.25, away))
    assert line.endswith("Windows: not tried (no package registry answers)")


def test_what_is_reached_by_name_is_not_dead() -> None:
    column = "db/tables/contact.py:38: unused variable 'person' (60% confidence)"
    migration = "db/migrations/versions/a.py:9: unused function 'helper' (60% confidence)"
    rule = "core/forecast.py:12: unused function 'guess' (60% confidence)"

    assert dead_code.truly_dead([column, migration, rule]) == [migration, rule]


def test_leaving_postgresql_out_is_the_last_line_of_the_tests() -> None:
    parts = [Part("checks", OK), Part("tests", 1)]

    left_out = testing.summary(parts, no_postgresql=True)
    assert left_out[-1] == "PostgreSQL was NOT tested: --no-postgresql"
    assert left_out[-3:-1] == ["  checks: passed", "  tests: FAILED"]
    assert testing.summary(parts, no_postgresql=False)[-1] == "  tests: FAILED"


def test_postgresql_is_left_out_by_the_option_or_by_the_environment() -> None:
    name = surroundings.NO_POSTGRESQL

    assert testing.split_postgresql(["-x", "--no-postgresql"], {}) == (["-x"], True)
    assert testing.split_postgresql(["-x"], {name: "1"}) == (["-x"], True)
    assert testing.split_postgresql(["-x"], {}) == (["-x"], False)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((OK, OK, NO_TESTS), 0),
        ((OK, NO_TESTS, OK), 0),
        ((OK, NO_TESTS, NO_TESTS), 1),
        ((1, OK, OK), 1),
        ((OK, 1, OK), 1),
        ((OK, OK, 2), 1),
    ],
)
def test_the_run_fails_with_any_part_and_when_nothing_was_tested(
    codes: tuple[int, ...], expected: int
) -> None:
    assert testing.verdict([Part("part", code) for code in codes]) == expected


def test_every_part_runs_even_after_a_failure(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    started: list[tuple[list[str], dict[str, str]]],
) -> None:
    monkeypatch.setattr(testing, "run_checks", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(sys, "platform", "linux")

    assert testing.run_tests(["-k", "board", "--no-postgresql"]) == 1

    (quiet, off), (mouse, xcb) = started
    assert quiet[1:] == ["-m", "pytest", "-m", "not xcb", "-k", "board"]
    assert mouse[:2] == ["xvfb-run", "-a"]
    assert mouse[3:] == ["-m", "pytest", "-m", "xcb", "-k", "board"]
    assert (off["QT_QPA_PLATFORM"], xcb["QT_QPA_PLATFORM"]) == ("offscreen", "xcb")
    assert off[surroundings.NO_POSTGRESQL] == xcb[surroundings.NO_POSTGRESQL] == "1"
    assert off["LC_ALL"] == "C.UTF-8"
    assert capsys.readouterr().out.endswith(f"{testing.NOT_TESTED}\n")


def test_a_built_program_without_the_texts_of_qt_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "PySide6" / "Qt" / "translations"
    folder.mkdir(parents=True)
    (folder / "qtbase_de.qm").write_bytes(b"")

    assert building.missing_texts(tmp_path) == ["qtbase_it.qm"]
    (folder / "qtbase_it.qm").write_bytes(b"")
    assert building.missing_texts(tmp_path) == []
