"""The lookup rows of a new database, so that work can begin at once."""

from core.first_rows.fill import FirstRows, fill_new_database

__all__ = ["FirstRows", "fill_new_database"]
