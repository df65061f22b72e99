"""A column of a board, open or collapsed to a strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from widgets.kanban.column_body import ColumnBody
from widgets.kanban.strip import Strip
from widgets.painted import Plate, draw_plate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from widgets.kanban.card_list import CardList
    from widgets.kanban.tools import Tools
    from widgets.kanban.values import Column, Preview, Refusal

ACCENT = 2


class ColumnPane(QWidget):
    """Builds what is seen of a column when it is seen first: 40 columns open like four."""

    built = Signal(object)
    toggled = Signal(object, bool)

    def __init__(self, tools: Tools, column: Column) -> None:
        """Build an open column of which nothing is seen yet."""
        super().__init__()
        self._tools = tools
        self._model: QAbstractItemModel | None = None
        self._refusal: Refusal | None = None
        self._hinted = False
        self._peeked = False
        self._target = False
        self._awake = False
        self.column = column
        self.is_collapsed = False
        self.strip: Strip | None = None
        self.body: ColumnBody | None = None
        self._calm = QTimer(self, singleShot=True)
        self._calm.timeout.connect(self._forget_refusal)
        tools.appearance.changed.connect(self.update)

    @property
    def key(self) -> str:
        """The key of the column."""
        return self.column.key

    @property
    def is_open(self) -> bool:
        """Whether cards are shown, be it only during a drag."""
        return not self.is_collapsed or self._peeked

    @property
    def is_peeked(self) -> bool:
        """Whether the column is open only as long as something is dragged over it."""
        return self._peeked

    @property
    def cards(self) -> CardList | None:
        """The list of the cards, once it was seen."""
        return self.body.cards if self.body else None

    @property
    def model(self) -> QAbstractItemModel | None:
        """The model of the cards."""
        return self._model

    @property
    def refusal(self) -> Refusal | None:
        """Why nothing can be dropped here at this time."""
        return self._refusal

    def set_column(self, column: Column) -> None:
        """Show other figures."""
        if column == self.column:
            return
        self.column = column
        for part in (self.strip, self.body):
            if part is not None:
                part.set_column(column)

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show other cards."""
        self._model = model
        if self.body and self.body.cards.model() is not model:
            self.body.cards.setModel(model)

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Show the strip or the cards."""
        self.is_collapsed = collapsed
        self._peeked = False
        self._show_part()

    def peek(self, *, peeked: bool) -> None:
        """Show the cards of a collapsed column for a while."""
        self._peeked = peeked and self.is_collapsed
        self._show_part()

    def set_hinted(self, *, hinted: bool) -> None:
        """Say whether this column shows its quick line at rest."""
        self._hinted = hinted
        if self.body:
            self.body.set_hinted(hinted=hinted)

    def set_drop(
        self, *, target: bool, preview: Preview | None = None, mark: int | None = None
    ) -> None:
        """Say whether a drop would land here, what it would make of the figures, and where."""
        self._target = target
        if self.strip:
            self.strip.set_target(target)
        if self.body:
            self.body.set_drop(target=target, preview=preview, mark=mark)
        self.update()

    def set_refusal(self, refusal: Refusal | None, milliseconds: int = 0) -> None:
        """Say why nothing can be dropped here, for some time or until it is taken back."""
        self._calm.stop()
        self._refusal = refusal
        if self.strip:
            self.strip.set_refused(refusal is not None)
        if self.body:
            self.body.set_refusal(refusal)
        if refusal is not None and milliseconds:
            self._calm.start(milliseconds)

    def wake(self) -> None:
        """Build what is seen of the column, if it is not there yet."""
        self._awake = True
        self._show_part()

    def stops(self) -> list[QWidget]:
        """Return what has the keyboard in turn, as far as it is there."""
        if not self.is_open:
            return [self.strip] if self.strip else []
        return self.body.stops() if self.body else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_open:
            return
        theme = self._tools.appearance.theme
        border = theme.colour("accent" if self._target else "border")
        width = ACCENT if self._target else 1
        plate = Plate(theme.radius["large"], theme.colour("surface-sunken"), border, width)
        draw_plate(QPainter(self), QRectF(self.rect()), plate)

    def _show_part(self) -> None:
        if self._awake:
            self._build_part()
        if self.strip:
            self.strip.setVisible(not self.is_open)
        if self.body:
            self.body.setVisible(self.is_open)

    def _build_part(self) -> None:
        if self.is_open and self.body is None:
            self.body = self._built_body()
        elif not self.is_open and self.strip is None:
            self.strip = self._built_strip()
        else:
            return
        self._fit()
        self.built.emit(self)

    def _built_strip(self) -> Strip:
        strip = Strip(self._tools.appearance)
        strip.setParent(self)
        strip.set_column(self.column)
        strip.set_refused(self._refusal is not None)
        strip.clicked.connect(self._open)
        return strip

    def _built_body(self) -> ColumnBody:
        body = ColumnBody(self._tools, self.column)
        body.setParent(self)
        body.set_hinted(hinted=self._hinted)
        body.band.collapse_clicked.connect(self._collapse)
        if self._model is not None:
            body.cards.setModel(self._model)
        if self._refusal is not None:
            body.set_refusal(self._refusal)
        return body

    def _fit(self) -> None:
        for part in (self.strip, self.body):
            if part is not None:
                part.setGeometry(self.rect())

    @Slot()
    def _open(self) -> None:
        self.toggled.emit(self, False)  # noqa: FBT003 - a signal takes no names

    @Slot()
    def _collapse(self) -> None:
        self.toggled.emit(self, True)  # noqa: FBT003 - a signal takes no names

    @Slot()
    def _forget_refusal(self) -> None:
        self.set_refusal(None)
