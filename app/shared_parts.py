"""What the list of opportunities and the boards of one open database share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.record_source import RecordSource
from db.contact_list import CONTACT_LIST
from views.list.record_names import RecordNames
from views.opportunities.shared_filter import SharedFilter

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from db.database import Database
    from models.task import TaskRunner


class SharedParts(NamedTuple):
    """The filter that is carried between the screens, and the names of contacts in it."""

    filter: SharedFilter
    names: RecordNames


def shared_parts(database: Database, tasks: TaskRunner, parent: QObject) -> SharedParts:
    """Return the shared parts of a database, which live as long as their parent."""
    names = RecordNames(RecordSource(database, CONTACT_LIST), tasks, parent)
    return SharedParts(SharedFilter(parent), names)
