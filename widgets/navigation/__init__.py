"""The navigation at the left of a window."""

from widgets.navigation.entry import NavigationChild, NavigationEntry
from widgets.navigation.navigation import Navigation

__all__ = ["Navigation", "NavigationChild", "NavigationEntry"]
