"""The plain values that a navigation shows."""

from __future__ import annotations

from typing import NamedTuple


class NavigationChild(NamedTuple):
    """A line under the open entry."""

    key: str
    title: str
    number: str = ""


class NavigationEntry(NamedTuple):
    """A screen that one can go to.

    head is the title of the group that begins with it, urgent shows the number as an amber pill,
    foot puts it at the lower end.
    """

    key: str
    title: str
    icon: str
    head: str = ""
    number: str = ""
    children: tuple[NavigationChild, ...] = ()
    urgent: bool = False
    foot: bool = False
