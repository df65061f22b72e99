"""The set-up of dev.py: system packages, the virtual environment, the lock and the build."""

from __future__ import annotations

import re
import shutil
import sys
from subprocess import CompletedProcess
from typing import TYPE_CHECKING

import pytest

from devtools import building, commands, environment, locking, process
from devtools import system_packages as packages
from devtools.places import LOCK
from devtools.translating import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Answer = CompletedProcess[str]


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the programs that were called; none is started, each ends well."""
    calls: list[list[str]] = []

    def run(command: Sequence[str], _environment: object = None) -> int:
        calls.append([str(part) for part in command])
        return 0

    def capture(command: Sequence[str], _environment: object = None) -> Answer:
        return CompletedProcess(command, run(command), stdout="known\n")

    monkeypatch.setattr(process, "run", run)
    monkeypatch.setattr(process, "capture", capture)
    return calls


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the place of a .venv that is not made yet, on a system with every package."""
    venv = tmp_path / ".venv"
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(environment, "program", lambda name: str(venv / name))
    monkeypatch.setattr(packages, "provide", lambda _packages: None)
    return venv


def test_the_first_set_up_makes_an_environment_and_says_what_it_does(
    bare: Path, called: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    environment.prepare()

    steps = [call for call in called if "-c" not in call]
    assert steps[0] == [sys.executable, "-m", "venv", str(bare)]
    assert steps[1][:4] == [str(bare / "python"), "-m", "pip", "install"]
    assert steps[2][:3] == [str(bare / "uv"), "pip", "install"]
    assert steps[2][-2:] == ["-r", str(LOCK)]
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Making the virtual environment .venv ..."
    assert said[-1].endswith("The next start needs none of this.")


@pytest.mark.usefixtures("bare")
def test_the_second_set_up_does_nothing(
    called: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    environment.prepare()
    called.clear()
    capsys.readouterr()

    environment.prepare()

    assert called == []
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("bare")
def test_a_set_up_that_fails_is_tried_again(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = process.run
    monkeypatch.setattr(process, "run", lambda command: 1 if "-r" in command else run(command))
    with pytest.raises(environment.SetUpError, match="needs the network"):
        environment.prepare()
    called.clear()

    with pytest.raises(environment.SetUpError, match="needs the network"):
        environment.prepare()

    assert called


def test_an_environment_of_another_python_is_made_anew(bare: Path, called: list[list[str]]) -> None:
    (bare / "lib").mkdir(parents=True)

    environment.make_virtual_environment()

    assert not (bare / "lib").exists()
    assert called[-1] == [sys.executable, "-m", "venv", str(bare)]


def test_an_environment_of_this_python_is_kept(
    bare: Path, called: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / "lib").mkdir(parents=True)
    same = CompletedProcess([], 0, stdout=f"{sys.version}\n")
    monkeypatch.setattr(process, "capture", lambda _command: same)

    environment.make_virtual_environment()

    assert (bare / "lib").exists()
    assert called == []


def test_a_missing_venv_module_is_explained(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not bare.exists()
    monkeypatch.setattr(process, "run", lambda _command: 1)

    with pytest.raises(environment.SetUpError, match="python3-venv"):
        environment.make_virtual_environment()


def test_the_stamp_is_stale_as_soon_as_the_lock_changes(tmp_path: Path) -> None:
    stamp, lock = tmp_path / "stamp", tmp_path / "lock"
    lock.write_text("one==1\n", encoding="utf-8")
    wanted = environment.fingerprint([lock])
    assert not environment.is_fresh(stamp, wanted)

    stamp.write_text(wanted, encoding="utf-8")
    assert environment.is_fresh(stamp, environment.fingerprint([lock]))

    lock.write_text("one==2\n", encoding="utf-8")
    assert not environment.is_fresh(stamp, environment.fingerprint([lock]))


def test_the_lock_names_versions_and_no_addresses() -> None:
    lines = LOCK.read_text(encoding="utf-8").splitlines()

    assert lines
    for line in lines:
        assert re.fullmatch(r"[a-z0-9.-]+==[\w.]+( ; [\w\s.<>=!'()]+)?", line), line


def test_the_lock_keeps_qt_below_the_broken_release() -> None:
    assert re.search(r"^pyside6==6\.11\.", LOCK.read_text(encoding="utf-8"), re.MULTILINE)


def test_a_package_is_there_under_any_of_its_names() -> None:
    sound = packages.SystemPackage(("libasound2t64", "libasound2"), "sound")

    assert packages.missing_from([sound], {"libasound2"}) == ()
    assert packages.missing_from([sound], {"libasound2t64"}) == ()
    assert packages.missing_from([sound], {"libnss3"}) == (sound,)


def test_the_name_that_this_release_knows_is_installed() -> None:
    sound = packages.SystemPackage(("libasound2t64", "libasound2"), "sound")

    assert packages.first_known(sound, {"libasound2"}.__contains__) == "libasound2"
    assert packages.first_known(sound, lambda _name: False) is None


def test_every_system_package_says_why() -> None:
    assert all(package.names and package.reason for package in packages.TOOLS)


@pytest.mark.skipif(sys.platform == "win32", reason="packages of Debian")
def test_other_users_are_told_what_root_would_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(packages, "is_root", lambda: False)
    monkeypatch.setattr(packages, "is_known", lambda _name: True)
    monkeypatch.setattr(packages, "installed", lambda _names: frozenset())
    monkeypatch.setattr(shutil, "which", lambda name: name)

    packages.provide(packages.PROGRAM[:2])

    assert capsys.readouterr().out == (
        "Missing system packages, install them with:"
        " sudo apt-get install -y --no-install-recommends libegl1 libgl1\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="packages of Debian")
def test_root_installs_what_is_missing_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, called: list[list[str]]
) -> None:
    monkeypatch.setattr(packages, "is_root", lambda: True)
    monkeypatch.setattr(packages, "installed", lambda _names: frozenset({"libegl1"}))
    monkeypatch.setattr(shutil, "which", lambda name: name)

    packages.provide(packages.PROGRAM[:2])

    assert called[0] == ["apt-get", "update"]
    assert called[-1] == ["apt-get", "install", "-y", "--no-install-recommends", "libgl1"]


def test_a_system_with_every_package_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, called: list[list[str]]
) -> None:
    monkeypatch.setattr(packages, "installed", frozenset)
    monkeypatch.setattr(shutil, "which", lambda name: name)

    packages.provide(packages.TOOLS)

    assert called == []


def test_the_lock_is_written_for_every_system_and_without_addresses(
    called: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert locking.write_lock(["--upgrade"]) == 0

    assert {"--universal", "--no-emit-index-url", "--no-header", "--upgrade"} <= set(called[0])
    assert called[0][called[0].index("--output-file") + 1] == str(LOCK)
    assert capsys.readouterr().out == "requirements.lock is written.\n"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a built program with the texts of Qt."""
    for language in LANGUAGES:
        (tmp_path / f"qtbase_{language}.qm").write_bytes(b"")
    monkeypatch.setattr(building, "FOLDER", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("built")
def test_the_built_program_is_started_once(
    monkeypatch: pytest.MonkeyPatch,
    called: list[list[str]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(environment, "prepare", lambda _packages: None)

    assert commands.main(["build"]) == 0

    assert called[0][-1] == "build.spec"
    assert called[1] == [str(building.PROGRAM), "--help"]
    assert "The built program starts. It is " in capsys.readouterr().out


def test_a_built_program_that_lacks_texts_is_a_failure(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (built / "qtbase_de.qm").unlink()

    assert building.try_built() == 1

    said = "The built program lacks the texts of Qt: qtbase_de.qm\n"
    assert capsys.readouterr().out == said


@pytest.mark.usefixtures("built")
def test_a_built_program_that_does_not_start_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = CompletedProcess([], 1, stdout="No module named 'db'")
    monkeypatch.setattr(process, "capture", lambda _command, _environment: broken)

    assert building.try_built() == 1

    assert capsys.readouterr().out == ("The built program does not start:\nNo module named 'db'\n")
