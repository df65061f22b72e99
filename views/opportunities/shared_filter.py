"""The filter that the list of opportunities and the boards show alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from core.view_content import ViewContent
    from views.list.list_state import ListState
    from views.list.view_menu import ViewMenu


class SharedFilter(QObject):
    """What was asked for last on any of the screens, and the saved view that it came from."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin with nothing asked for."""
        super().__init__(parent)
        self.content: ViewContent | None = None
        self.view_id: UUID | None = None

    def put(self, content: ViewContent, view_id: UUID | None) -> None:
        """Keep what a screen asks for, and tell the others."""
        if (content, view_id) != (self.content, self.view_id):
            self.content, self.view_id = content, view_id
            self.changed.emit()


class FilterLink(QObject):
    """Carries the filter between one screen and the others: a hidden screen takes it when shown."""

    def __init__(
        self, shared: SharedFilter, state: ListState, menu: ViewMenu, screen: QWidget
    ) -> None:
        """Link the state and the saved views of a screen."""
        super().__init__(screen)
        self._shared = shared
        self._state = state
        self._menu = menu
        self._screen = screen
        self._taking = False
        for signal in (state.asked, state.arranged, menu.began, menu.changed):
            signal.connect(self._put)
        shared.changed.connect(self._take_if_shown)
        screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._take()
        return super().eventFilter(watched, event)

    @Slot()
    def _put(self) -> None:
        # What a hidden screen reads late must not undo what was asked for meanwhile.
        late = self._shared.content is not None and not self._screen.isVisible()
        if not self._taking and not late:
            current = self._menu.current
            self._shared.put(self._state.content, current.id if current else None)

    @Slot()
    def _take_if_shown(self) -> None:
        if self._screen.isVisible():
            self._take()

    @Slot()
    def _take(self) -> None:
        content, current = self._shared.content, self._menu.current
        seen = (self._state.content, current.id if current else None)
        if content is None or self._taking or (content, self._shared.view_id) == seen:
            return
        self._taking = True
        self._menu.follow(content, self._shared.view_id)
        self._taking = False
