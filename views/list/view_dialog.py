"""Asks for the name of a saved view, and whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit

from core.saved_views import Audience
from resources.texts import _
from widgets.ask_dialog import AskDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from db.saved_view_rows import Role


class ViewDialog(AskDialog):
    """A name and an audience; a rename asks for the name alone."""

    def __init__(
        self, title: str, verb: str, name: str, roles: Sequence[Role] | None, parent: QWidget
    ) -> None:
        """Propose a name; with roles also ask whom the view is for."""
        super().__init__(title, "", verb, parent)
        self.name = QLineEdit(name)
        self.name.selectAll()
        self.add_field(_("Name"), self.name)
        self.audience = QComboBox()
        if roles is not None:
            self.audience.addItem(_("Only me"), "")
            for role in roles:
                self.audience.addItem(_("Role {name}").format(name=role.name), str(role.id))
            self.audience.addItem(_("Everybody"), Audience.ALL.value)
            self.add_field(_("For"), self.audience)
        self.name.textEdited.connect(lambda: self.say(""))
        QTimer.singleShot(0, self.name, self.name.setFocus)

    def chosen(self) -> tuple[Audience, UUID | None]:
        """Return whom the view is for."""
        key = str(self.audience.currentData() or "")
        if key == Audience.ALL.value:
            return Audience.ALL, None
        return (Audience.ROLE, UUID(key)) if key else (Audience.ME, None)
