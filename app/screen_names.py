"""The screens by their names, known before anything of a database is loaded."""

from __future__ import annotations

from typing import NamedTuple

from resources.texts import _, marked
from widgets.navigation import NavigationEntry
from widgets.tabs import TabLook

HOME, SETTINGS = "home", "settings"
OPPORTUNITIES, CONTACTS, ACTIVITIES = "opportunities", "contacts", "activities"
PROGRESS, STAGES = "progress", "stages"


class ScreenName(NamedTuple):
    """A screen's key, its title, its icon, and where in the navigation it stands."""

    key: str
    title: str
    icon: str
    head: str = ""
    foot: bool = False

    @property
    def entry(self) -> NavigationEntry:
        """Return how the navigation shows it."""
        head = _(self.head) if self.head else ""
        return NavigationEntry(self.key, _(self.title), self.icon, head, foot=self.foot)

    @property
    def tab(self) -> TabLook:
        """Return how its tab looks."""
        return TabLook(_(self.title), self.icon)


SCREENS = (
    ScreenName(HOME, marked("Home"), "house"),
    ScreenName(OPPORTUNITIES, marked("Opportunities"), "list-bullets", marked("Sales")),
    ScreenName(PROGRESS, marked("Progress board"), "columns"),
    ScreenName(STAGES, marked("Stages board"), "flow-arrow"),
    ScreenName(ACTIVITIES, marked("Activities"), "check-square"),
    ScreenName(CONTACTS, marked("Contacts"), "users", marked("Records")),
    ScreenName(SETTINGS, marked("Settings"), "gear", foot=True),
)
BY_KEY = {screen.key: screen for screen in SCREENS}
# What is open where nothing is remembered.
FIRST = OPPORTUNITIES
