"""A private PostgreSQL for tests and benchmarks, in a folder of its own, on a free port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self

from devtools.postgresql_programs import Programs, find_programs

HOST = "127.0.0.1"
SCHEME = "postgresql+psycopg"


class PostgresqlError(Exception):
    """The server or a statement failed; the text is what PostgreSQL said."""


class PostgresqlServer:
    """A running server; it trusts everybody on this machine, and is gone when closed."""

    def __init__(self, *, fsync: bool = False, programs: Programs | None = None) -> None:
        """Make a server and start it; fsync makes it as slow, and as safe, as a real one."""
        programs = programs or find_programs()
        self.port = free_port()
        self._databases = 0
        self._folder = Path(tempfile.mkdtemp(prefix="dealboard-pg-", dir=temporary_root()))
        try:
            self._programs = programs.reachable_from(self._folder)
            self._initialise(fsync=fsync)
            self.start()
        except BaseException:  # an interrupted start, too, leaves nothing behind
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def __enter__(self) -> Self:
        """Return the running server."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Remove the server."""
        self.close()

    @property
    def admin_url(self) -> str:
        """Return the address of the database that is always there, for the superuser."""
        return self.url("postgres")

    def url(self, database: str, login: str = "postgres", password: str | None = None) -> str:
        """Return the address of a database as SQLAlchemy takes it."""
        who = login if password is None else f"{login}:{password}"
        return f"{SCHEME}://{who}@{HOST}:{self.port}/{database}"

    def create_database(self) -> str:
        """Make an empty database and return its address."""
        self._databases += 1
        name = f"fresh_{self._databases}"
        self.psql(self.admin_url, f"CREATE DATABASE {name}")
        return self.url(name)

    def create_login(self, name: str, password: str | None = None) -> None:
        """Make a login without any rights; the server asks nobody for the password."""
        clause = "" if password is None else " PASSWORD " + literal(password)
        self.psql(self.admin_url, f"CREATE ROLE {identifier(name)} LOGIN{clause}")

    def psql(self, url: str, sql: str) -> str:
        """Run statements from outside our programs; return the rows, columns parted by bars."""
        address = url.replace(SCHEME, "postgresql", 1)
        quiet = ("-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1")
        return self._call("psql", *quiet, "-d", address, "-c", sql, as_server=False).strip()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        log = self._folder / "server.log"
        try:
            self._call("pg_ctl", "-D", str(self._data), "-l", str(log), "-w", "-t", "60", "start")
        except PostgresqlError as error:
            said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
            raise PostgresqlError(f"{error}\n{said}") from error

    def stop(self, mode: str = "immediate") -> None:
        """Stop the server: "immediate" is the pulled plug, "fast" ends connections politely."""
        self._call("pg_ctl", "-D", str(self._data), "-m", mode, "-w", "stop")

    def close(self) -> None:
        """Stop the server if it runs, and remove its folder."""
        try:
            if (self._data / "postmaster.pid").exists():
                self.stop()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _initialise(self, *, fsync: bool) -> None:
        self._programs.give(self._folder)
        # As root the locale of the caller may be one that the server does not have.
        locale = () if sys.platform == "win32" else ("--locale=C.UTF-8",)
        options = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync", *locale)
        self._call("initdb", "-D", str(self._data), *options)
        settings = self._data / "postgresql.conf"
        with settings.open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in self._settings(fsync=fsync))

    def _settings(self, *, fsync: bool) -> tuple[str, ...]:
        safe = "on" if fsync else "off"
        sockets = "" if sys.platform == "win32" else str(self._folder)
        return (
            f"listen_addresses = '{HOST}'",
            f"port = {self.port}",
            f"unix_socket_directories = '{sockets}'",
            f"fsync = {safe}",
            f"full_page_writes = {safe}",
        )

    def _call(self, name: str, *arguments: str, as_server: bool = True) -> str:
        command = self._programs.command(name, *arguments, as_server=as_server)
        # pg_ctl's server would keep a pipe open for ever, so the answer goes through a file.
        with tempfile.TemporaryFile() as answer:
            code = subprocess.run(
                command,
                cwd=self._folder,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=answer,
                stderr=subprocess.STDOUT,
            ).returncode
            answer.seek(0)
            said = answer.read().decode(errors="replace")
        if code != 0:
            raise PostgresqlError(f"{name} failed: {said.strip()}")
        return said


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def temporary_root() -> str | None:
    """Return the parent of our folder: short, and open to the server's user; None: the usual."""
    return "/tmp" if Path("/tmp").is_dir() else None  # noqa: S108 - only as the parent of mkdtemp


def identifier(name: str) -> str:
    """Return a name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Return a text as SQL takes it."""
    return "'" + text.replace("'", "''") + "'"
