"""Why the sample cannot be imported at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import DealboardError
from resources.texts import _

if TYPE_CHECKING:
    from collections.abc import Iterable


class SampleError(DealboardError):
    """The sample was not imported, and nothing was changed."""


class NoSuchFolderError(SampleError):
    """The folder is not there."""

    def __init__(self, folder: str, files: Iterable[str]) -> None:
        """Name the folder and the files that it should hold."""
        text = _("{folder} is not a folder. Nothing was imported. Choose the folder with {files}.")
        super().__init__(text.format(folder=folder, files=", ".join(files)))


class MissingFilesError(SampleError):
    """The folder lacks files of the sample."""

    def __init__(self, folder: str, missing: Iterable[str]) -> None:
        """Name the folder and what it lacks."""
        text = _(
            "{folder} does not hold the whole sample. Nothing was imported. "
            "Add {missing}, or choose another folder."
        )
        super().__init__(text.format(folder=folder, missing=", ".join(missing)))


class MissingColumnsError(SampleError):
    """A file lacks columns."""

    def __init__(self, file: str, missing: Iterable[str]) -> None:
        """Name the file and the columns."""
        text = _(
            "The first line of {file} lacks the columns {missing}. Nothing was imported. "
            "Add them, separated by commas, and try again."
        )
        super().__init__(text.format(file=file, missing=", ".join(missing)))


class EmptyFileError(SampleError):
    """A file has nothing in it."""

    def __init__(self, file: str) -> None:
        """Name the file."""
        text = _(
            "{file} is empty. Nothing was imported. Put a whole copy of it in its place and try "
            "again."
        )
        super().__init__(text.format(file=file))


class NotUtf8Error(SampleError):
    """A file is not UTF-8 text."""

    def __init__(self, file: str, line: int) -> None:
        """Name the file and the line."""
        text = _(
            "{file} is not UTF-8 text (line {line}). Nothing was imported. "
            "Save it again as CSV in UTF-8 and try again."
        )
        super().__init__(text.format(file=file, line=line))


class BrokenCsvError(SampleError):
    """A file is not in the form of CSV from a line on."""

    def __init__(self, file: str, line: int) -> None:
        """Name the file and the line."""
        text = _(
            "{file} cannot be read as CSV (line {line}: a quotation mark or a character is "
            "wrong). Nothing was imported. Mend the line and try again."
        )
        super().__init__(text.format(file=file, line=line))


class UnreadableFileError(SampleError):
    """The system does not let a file be read."""

    def __init__(self, file: str, reason: str) -> None:
        """Name the file and the system's reason."""
        text = _(
            "{file} cannot be read ({reason}). Nothing was imported. "
            "Check its permissions and try again."
        )
        super().__init__(text.format(file=file, reason=reason))


class NoCompanyError(SampleError):
    """There is no company that the opportunities could belong to."""

    def __init__(self) -> None:
        """Say what to do."""
        text = _(
            "There is no company that the opportunities could belong to. Nothing was imported. "
            "Enter a company and try again."
        )
        super().__init__(text)


class ImportCancelledError(SampleError):
    """The user stopped the import."""

    def __init__(self) -> None:
        """Say what holds."""
        super().__init__(_("The import was cancelled. Nothing was changed."))
