"""Forms that are made from a description."""

from widgets.form.fields import Choice, Flag, Keys, Setting, Text
from widgets.form.form import Section, SettingsForm

__all__ = ["Choice", "Flag", "Keys", "Section", "Setting", "SettingsForm", "Text"]
