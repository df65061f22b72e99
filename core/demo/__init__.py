"""Demo data: a machine builder with two years of opportunities, dated relative to today."""

from core.demo.errors import CancelledError, DemoThereError, MissingRowError
from core.demo.fill import fill_with_demo
from core.demo.report import DemoProgress, DemoReport

__all__ = [
    "CancelledError",
    "DemoProgress",
    "DemoReport",
    "DemoThereError",
    "MissingRowError",
    "fill_with_demo",
]
