"""An island whose screens are reached by tabs."""

from widgets.tabs.island import TabIsland, TabLook

__all__ = ["TabIsland", "TabLook"]
