"""Turns what a driver raises into our own errors, with a sentence for the user."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL

from db.errors import (
    BusyError,
    ConnectionLostError,
    DatabaseError,
    DiskFullError,
    FolderError,
    ForbiddenError,
    MissingFileError,
    NoSuchDatabaseError,
    NotADatabaseError,
    ReadOnlyError,
    RefusedError,
    RuleError,
    UnreachableError,
)

if TYPE_CHECKING:
    from sqlalchemy.exc import DBAPIError

# What a failure means: (error of the driver, address) -> error with a sentence for the user.
Maker = Callable[[BaseException, URL], DatabaseError]
RULE_CLASS = "23"
SAYS_REFUSED = re.compile(r"password|role \"[^\"]*\" does not exist|pg_hba")
SAYS_NO_DATABASE = re.compile("does not exist")


def explained(error: DBAPIError, url: URL) -> Exception:
    """Return our own error for one of a driver; one that is nobody's fault but ours stays."""
    if isinstance(error.orig, sqlite3.Error):
        return _sqlite(error.orig, url) or error
    return _postgresql(error, url) or error


def explained_driver(error: Exception, url: URL) -> DatabaseError | None:
    """Return our own error for one of a driver that is used without SQLAlchemy."""
    if isinstance(error, sqlite3.Error):
        return _sqlite(error, url)
    return _by_state(error, url)


def server_name(url: URL) -> str:
    """Return a server's name as a user knows it."""
    return url.host or "localhost"


def _sqlite(error: sqlite3.Error, url: URL) -> DatabaseError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    maker = SQLITE_CODES.get(code)
    return maker(error, url) if maker else None


def _postgresql(error: DBAPIError, url: URL) -> DatabaseError | None:
    return _by_state(error.orig, url) or _broken(error, server_name(url))


def _by_state(error: BaseException | None, url: URL) -> DatabaseError | None:
    """Return what a code of the server means; a refused connection brings only a sentence."""
    if error is None:
        return None
    state = getattr(error, "sqlstate", None) or _state_said(str(error))
    if state.startswith(RULE_CLASS):
        return RuleError(_rule_name(error))
    maker = STATES.get(state)
    return maker(error, url) if maker else None


def _broken(error: DBAPIError, server: str) -> DatabaseError | None:
    """Return what a failed connection means: never made, or lost."""
    if error.connection_invalidated:
        return ConnectionLostError(server)
    if error.statement is None:
        return UnreachableError(server)
    return None


def _state_said(sentence: str) -> str:
    if SAYS_REFUSED.search(sentence):
        return "28P01"
    return "3D000" if SAYS_NO_DATABASE.search(sentence) else ""


def _rule_name(error: BaseException) -> str:
    diagnostics = getattr(error, "diag", None)
    return getattr(diagnostics, "constraint_name", None) or str(error)


def _not_opened(_error: BaseException, url: URL) -> DatabaseError:
    name = str(url.database)
    if Path(name).is_dir():
        return FolderError(name)
    return ReadOnlyError(name) if Path(name).parent.exists() else MissingFileError(name)


def _refused(_error: BaseException, url: URL) -> DatabaseError:
    return RefusedError(url.username or "", server_name(url))


def _no_database(_error: BaseException, url: URL) -> DatabaseError:
    return NoSuchDatabaseError(str(url.database), server_name(url))


SQLITE_CODES: dict[int, Maker] = {
    sqlite3.SQLITE_NOTADB: lambda _error, url: NotADatabaseError(str(url.database)),
    sqlite3.SQLITE_CORRUPT: lambda _error, url: NotADatabaseError(str(url.database)),
    sqlite3.SQLITE_FULL: lambda _error, _url: DiskFullError(),
    sqlite3.SQLITE_CANTOPEN: _not_opened,
    sqlite3.SQLITE_READONLY: lambda _error, url: ReadOnlyError(str(url.database)),
    sqlite3.SQLITE_PERM: lambda _error, url: ReadOnlyError(str(url.database)),
    sqlite3.SQLITE_BUSY: lambda _error, _url: BusyError(),
    sqlite3.SQLITE_LOCKED: lambda _error, _url: BusyError(),
    sqlite3.SQLITE_CONSTRAINT: lambda error, _url: RuleError(str(error)),
}
# SQLSTATE codes, appendix A of PostgreSQL's manual.
STATES: dict[str, Maker] = {
    "28P01": _refused,
    "28000": _refused,
    "3D000": _no_database,
    "42501": lambda _error, url: ForbiddenError(url.username or ""),
    **dict.fromkeys(("55P03", "57014", "40P01", "40001"), lambda _error, _url: BusyError()),
    **dict.fromkeys(("53100", "53200"), lambda _error, _url: DiskFullError()),
    "25006": lambda _error, url: ReadOnlyError(server_name(url)),
}
