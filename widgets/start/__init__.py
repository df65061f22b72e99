"""The parts of a first page: what to begin with, and where."""

from widgets.start.card import StartCard
from widgets.start.choice_tile import ChoiceTile
from widgets.start.connection_form import ConnectionForm, ConnectionState, ConnectionValues
from widgets.start.recent_list import Recent, RecentList

__all__ = [
    "ChoiceTile",
    "ConnectionForm",
    "ConnectionState",
    "ConnectionValues",
    "Recent",
    "RecentList",
    "StartCard",
]
