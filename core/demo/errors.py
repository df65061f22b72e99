"""Why the demo data were not written."""

from __future__ import annotations

from db.errors import DealboardError
from resources.texts import _


class CancelledError(DealboardError):
    """The user stopped the fill."""

    def __init__(self) -> None:
        """Say that nothing happened."""
        super().__init__(_("The fill was cancelled. Nothing was changed."))


class DemoThereError(DealboardError):
    """The database holds demo data already."""

    def __init__(self) -> None:
        """Say what to do."""
        text = _(
            "This database already holds the demo data. Nothing was changed. "
            "Choose a new database to fill it again."
        )
        super().__init__(text)


class FillRunningError(DealboardError):
    """Another program is writing the demo data at this moment."""

    def __init__(self) -> None:
        """Say what to do."""
        text = _(
            "Another program is filling this database with the demo data at this moment. "
            "Nothing was changed. Open it when that is done."
        )
        super().__init__(text)


class MissingRowError(DealboardError):
    """A row of a lookup table that the demo data build on is gone."""

    def __init__(self, table: str, code: str) -> None:
        """Name table and code."""
        text = _(
            "The demo data need the row {code} of the table {table}, which is not there. "
            "Nothing was changed. Choose a new database for the demo data."
        )
        super().__init__(text.format(table=table, code=code))
