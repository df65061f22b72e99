"""Errors that a user can understand and do something about."""

from __future__ import annotations

from pathlib import Path

from resources.texts import _

EXAMPLE = "dealboard.db"


class DealboardError(Exception):
    """Parent of every error that is shown as a sentence, without a traceback."""


class DatabaseError(DealboardError):
    """The database cannot do what was asked."""


class NotADatabaseError(DatabaseError):
    """The file is something else."""

    def __init__(self, name: str) -> None:
        """Name the file."""
        text = _("{name} is not a Dealboard database. Choose another file, or a new name.")
        super().__init__(text.format(name=name))


class NewerSchemaError(DatabaseError):
    """A newer Dealboard has worked on the database."""

    def __init__(self, found: str, known: str) -> None:
        """Name the schema that was found and the newest one known here."""
        text = _(
            "This database was made by a newer Dealboard (schema {found}; this program knows "
            "{known}). Nothing was changed. Install the newer program to open it."
        )
        super().__init__(text.format(found=found, known=known))


class MissingFileError(DatabaseError):
    """The file, or the folder it should be in, is not there."""

    def __init__(self, name: str) -> None:
        """Name the file."""
        text = _(
            "{name} cannot be found. Check that its folder, disk or network drive is there, "
            "then try again."
        )
        super().__init__(text.format(name=name))


class ReadOnlyError(DatabaseError):
    """The file or its folder cannot be written."""

    def __init__(self, name: str) -> None:
        """Name the database."""
        text = _(
            "{name} cannot be written: the file or its folder is read-only. "
            "Nothing was changed. Change its permissions, or choose another place."
        )
        super().__init__(text.format(name=name))


class DiskFullError(DatabaseError):
    """There is no room left."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(_("The disk is full. Nothing was changed. Free some space and try again."))


class BusyError(DatabaseError):
    """Another program is writing."""

    def __init__(self) -> None:
        """Say what to do."""
        text = _("Another program is writing to the database. Nothing was changed. Try again.")
        super().__init__(text)


class UnreachableError(DatabaseError):
    """The server does not answer."""

    def __init__(self, server: str) -> None:
        """Name the server."""
        text = _(
            "The database server {server} cannot be reached. Check that it runs and that the "
            "network is there, then try again."
        )
        super().__init__(text.format(server=server))


class ConnectionLostError(DatabaseError):
    """The connection broke in the middle of something."""

    def __init__(self, server: str) -> None:
        """Name the server."""
        text = _(
            "The connection to {server} was lost. What was being saved was not saved. "
            "Try again when the server is back."
        )
        super().__init__(text.format(server=server))


class RefusedError(DatabaseError):
    """The login was refused."""

    def __init__(self, login: str, server: str) -> None:
        """Name login and server."""
        text = _("{server} refused the login {login}. Check the name and the password.")
        super().__init__(text.format(login=login, server=server))


class NoSuchDatabaseError(DatabaseError):
    """The server has no database of this name."""

    def __init__(self, name: str, server: str) -> None:
        """Name database and server."""
        text = _("There is no database {name} on {server}. Check its name, or have it created.")
        super().__init__(text.format(name=name, server=server))


class TooOldError(DatabaseError):
    """The engine is older than what the program needs."""

    def __init__(self, engine: str, found: str, needed: str) -> None:
        """Name the engine, its version and the one needed."""
        text = _("{engine} {found} is too old: version {needed} or newer is needed. Update it.")
        super().__init__(text.format(engine=engine, found=found, needed=needed))


class ForbiddenError(DatabaseError):
    """The login may not do this."""

    def __init__(self, login: str) -> None:
        """Name the login."""
        text = _("{login} has no right to do this on the database. Ask its administrator.")
        super().__init__(text.format(login=login))


class RuleError(DatabaseError):
    """A value breaks a rule of the database."""

    def __init__(self, rule: str) -> None:
        """Name the rule."""
        text = _("This was not saved, because a value breaks the rule {rule}.")
        super().__init__(text.format(rule=rule))


class InvalidAddressError(DatabaseError):
    """The address of the database cannot be read."""

    def __init__(self, address: str) -> None:
        """Name the address."""
        text = _(
            "{address} is not the address of a database. Give a file name, or "
            "postgresql://login@server/name."
        )
        super().__init__(text.format(address=address))


class InvalidPortError(DatabaseError):
    """The address of a server has a port that cannot be."""

    def __init__(self, port: str) -> None:
        """Name the port."""
        text = _("{port} is not a port of a server: give a number from 1 to 65535, such as 5432.")
        super().__init__(text.format(port=port))


class FolderError(DatabaseError):
    """A folder was named where the file of a database is meant."""

    def __init__(self, name: str) -> None:
        """Name the folder and a file that could be in it."""
        text = _("{name} is a folder. Name a file in it, such as {example}.")
        super().__init__(text.format(name=name, example=Path(name) / EXAMPLE))
