"""The pictures of the boards, at rest and while something is dragged."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from app.board_screens import PROGRESS, STAGES
from core.board_place import WON_PLACE
from widgets.kanban.drag_picture import drag_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.main_window import MainWindow
    from app.shots.stage import Stage
    from views.boards.board_view import BoardView
    from widgets.kanban.column import ColumnPane

    Arrange = Callable[[Stage, BoardView], None]
    Draw = Callable[[Stage, Path], None]

MANY = 3


def board_shot(key: str, arrange: Arrange | None = None, *, empty: bool = False) -> Draw:
    """Return how a board is drawn, arranged first where it is not to be at rest."""

    def draw(stage: Stage, path: Path) -> None:
        file = stage.folder / f"{path.stem}.db" if empty else stage.demo_file()
        with _board(stage, file, key) as (window, view):
            if arrange is not None:
                arrange(stage, view)
            stage.save(window, path)
            view.board.cancel_drag()

    return draw


def compact(_stage: Stage, view: BoardView) -> None:
    """Draw the cards closer together."""
    view.bar.density.button("compact").click()


def collapsed(stage: Stage, view: BoardView) -> None:
    """Collapse two columns and open an end."""
    panes = list(view.board.columns)
    for pane in panes[1:3]:
        view.board.columns.toggled.emit(pane, True)  # noqa: FBT003 - a signal's argument
    view.board.columns.toggled.emit(panes[-1], False)  # noqa: FBT003 - the same
    stage.rest()


def dragging(stage: Stage, view: BoardView) -> None:
    """Hold three cards over the column beside their own."""
    source, target = _two(view)
    _take_up(stage, view, source)
    at = QPoint(target.width() // 4, target.height() // 2)
    place = target.mapTo(view.board, at)
    view.board.dragging.hover(view.board.columns.mapFrom(view.board, place))
    _put_picture(view, source, target.mapTo(view.window(), at))


def refusing(stage: Stage, view: BoardView) -> None:
    """Hold cards in the hand where the workflow does not allow every move."""
    source, _target = _two(view)
    _take_up(stage, view, source)
    stage.wait(lambda: any(pane.refusal for pane in view.board.columns))
    _put_picture(view, source, source.mapTo(view.window(), QPoint(60, source.height() // 2)))


def nothing_found(stage: Stage, view: BoardView) -> None:
    """Ask for what there is not."""
    view.search.setText("submarine")
    view.search.settle()
    stage.rest()


def form_shot(stage: Stage, path: Path) -> None:
    """Draw the form of a card."""
    with _board(stage, stage.demo_file(), PROGRESS) as (_window, view):
        source, _target = _two(view)
        key = view.faces.key(source.model.index(0, 0)) if source.model else None
        if key is not None:
            view.editor.open(key)
        stage.wait(lambda: view.editor.dialog is not None)
        if view.editor.dialog is not None:
            stage.save(view.editor.dialog, path)
            view.editor.dialog.reject()


def closing_shot(stage: Stage, path: Path) -> None:
    """Draw the question that a drop on WON asks."""
    with _board(stage, stage.demo_file(), PROGRESS) as (_window, view):
        source, _target = _two(view)
        key = view.faces.key(source.model.index(0, 0)) if source.model else None
        if key is not None:
            view.moves.move(view.moves.seen([key]), WON_PLACE)
        stage.wait(lambda: view.moves.dialog is not None)
        if view.moves.dialog is not None:
            stage.save(view.moves.dialog, path)
            view.moves.dialog.reject()


@contextmanager
def _board(stage: Stage, file: Path, key: str) -> Iterator[tuple[MainWindow, BoardView]]:
    """Give a window on a board that has read all it shows."""
    with stage.window(file) as (window, desk):
        stage.wait(lambda: desk.screens is not None)
        if desk.screens is None:
            raise LookupError(key)
        desk.screens.book.show(key)
        view = desk.screens.boards.open[key]
        stage.wait(lambda: view.model.board is not None)
        stage.wait(lambda: bool(view.model.health) or not view.columns.has_cards)
        stage.rest()
        yield window, view


def _two(view: BoardView) -> tuple[ColumnPane, ColumnPane]:
    """Return two open columns beside one another, of which the first has some cards."""
    panes = [pane for pane in view.board.columns if pane.is_open and pane.model is not None]
    full = [pane for pane in panes if pane.model and pane.model.rowCount() >= MANY]
    source = full[0]
    return source, panes[panes.index(source) + 1]


def _take_up(stage: Stage, view: BoardView, source: ColumnPane) -> None:
    model = source.model
    if model is None:
        return
    keys = [view.faces.key(model.index(row, 0)) for row in (1, 2, 4) if row < model.rowCount()]
    known = tuple(key for key in keys if key is not None)
    view.board.select(known)
    view.board.dragging.begin({source.key: known}, by_mouse=True)
    stage.rest()


def _put_picture(view: BoardView, source: ColumnPane, at: QPoint) -> None:
    """Put the picture where the mouse would carry it: no grab shows what hangs on a pointer."""
    cards, model = source.cards, source.model
    card = view.faces.look(model.index(1, 0)) if model is not None else None
    if cards is None or model is None or card is None:
        return
    board, ratio = view.board, view.devicePixelRatioF()
    width = board.delegate.card_rect(cards.visualRect(cards.model().index(1, 0))).width()
    count = len(board.dragging.keys)
    picture, hot_spot = drag_picture(board.delegate.cards, card, count, width, ratio)
    label = QLabel(view.window())
    label.setPixmap(picture)
    label.adjustSize()
    label.move(at - hot_spot)
    label.show()
    _keep_with(view, label)


def _keep_with(view: BoardView, label: QWidget) -> None:
    label.raise_()
    view.destroyed.connect(label.deleteLater)


BOARD_SHOTS: tuple[tuple[str, str, Draw], ...] = (
    ("progress-board", "", board_shot(PROGRESS)),
    ("progress-board", "compact", board_shot(PROGRESS, compact)),
    ("progress-board", "dragging", board_shot(PROGRESS, dragging)),
    ("progress-board", "collapsed", board_shot(PROGRESS, collapsed)),
    ("progress-board", "nothing-found", board_shot(PROGRESS, nothing_found)),
    ("progress-board", "form", form_shot),
    ("progress-board", "closing", closing_shot),
    ("progress-board", "empty", board_shot(PROGRESS, empty=True)),
    ("stages-board", "", board_shot(STAGES)),
    ("stages-board", "compact", board_shot(STAGES, compact)),
    ("stages-board", "refusing", board_shot(STAGES, refusing)),
    ("stages-board", "empty", board_shot(STAGES, empty=True)),
)
