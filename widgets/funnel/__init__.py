"""The parts of a side panel that tells what a list adds up to."""

from widgets.funnel.attention import AttentionLine, AttentionList
from widgets.funnel.funnel import Funnel, FunnelStep
from widgets.funnel.month_bars import MonthBar, MonthBars
from widgets.funnel.side_panel import SidePanel
from widgets.funnel.sums import Sum, SumsBlock

__all__ = [
    "AttentionLine",
    "AttentionList",
    "Funnel",
    "FunnelStep",
    "MonthBar",
    "MonthBars",
    "SidePanel",
    "Sum",
    "SumsBlock",
]
