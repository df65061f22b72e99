"""Demo data: a machine builder with two years of opportunities, dated relative to today."""

from core.demo.errors import (
    CancelledError,
    DemoThereError,
    FillRunningError,
    MissingRowError,
)
from core.demo.fill import fill_with_demo
from core.demo.report import DemoProgress, DemoReport

__all__ = [
    "CancelledError",
    "DemoProgress",
    "DemoReport",
    "DemoThereError",
    "FillRunningError",
    "MissingRowError",
    "fill_with_demo",
]
