"""What a board works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.day_ranges import Calendar

if TYPE_CHECKING:
    from core.board import BoardSource
    from core.list_figures import ListFigures
    from core.record_source import RecordSource
    from core.saved_views import SavedViews
    from core.workspace import Workspace
    from db.card_list import CardItem
    from db.opportunity_list import OpportunityItem
    from views.list.record_names import RecordNames
    from views.opportunities.shared_filter import SharedFilter


@dataclass(frozen=True)
class BoardParts:
    """What a board reads from and writes to."""

    workspace: Workspace
    source: BoardSource
    cards: RecordSource[CardItem]
    opportunities: RecordSource[OpportunityItem]
    figures: ListFigures
    views: SavedViews
    names: RecordNames
    shared: SharedFilter
    calendar: Calendar = field(default_factory=Calendar)
