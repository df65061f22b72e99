"""What the status bar says of a board: of a drag, else of what is chosen, else of what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from views.boards.chosen_cards import open_texts

if TYPE_CHECKING:
    from core.formats import Formats
    from models.board_model import BoardModel
    from views.boards.chosen_cards import ChosenCards
    from views.boards.drags import Drags
    from widgets.status_strip import StatusText

    Texts = list[StatusText]


class BoardStatus(QObject):
    """Tells the words of the status bar whenever they are others."""

    changed = Signal(object)

    def __init__(
        self, model: BoardModel, sums: ChosenCards, drags: Drags, formats: Formats
    ) -> None:
        """Speak of a model, its chosen cards and its drags."""
        super().__init__(model)
        self._model = model
        self._formats = formats
        self._dragged: Texts | None = None
        self._chosen: Texts = []
        self._told: Texts = []
        model.shown.connect(self._tell)
        sums.summed.connect(self._choose)
        drags.said.connect(self._drag)

    @property
    def texts(self) -> Texts:
        """What is said now."""
        if self._dragged is not None:
            return self._dragged
        if self._chosen or self._model.board is None:
            return self._chosen
        return open_texts(self._model.board, self._formats)

    @Slot(object)
    def _choose(self, texts: Texts) -> None:
        self._chosen = texts
        self._tell()

    @Slot(object)
    def _drag(self, texts: Texts | None) -> None:
        self._dragged = texts
        self._tell()

    @Slot()
    def _tell(self) -> None:
        texts = self.texts
        if texts != self._told:
            self._told = texts
            self.changed.emit(texts)
