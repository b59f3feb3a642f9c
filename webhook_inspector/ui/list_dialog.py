"""The frame of an editor: a list, the form of what is chosen in it, and what becomes of changes that are not saved.

It reads and writes nothing itself: it shows what is configured, and says what shall be kept or removed.
"""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.core.text import visible
from webhook_inspector.ui.list_form import ListForm
from webhook_inspector.ui.named_list import NEW, Entry, ListSide
from webhook_inspector.ui.parts import Hint, StateLine
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import GRID

F = TypeVar("F", bound=ListForm)
C = TypeVar("C")
"""A change: what shall be kept, and the key that it has had so far."""

_Button = QMessageBox.StandardButton


@dataclass(frozen=True, slots=True)
class ListWords:
    """The texts of such an editor. Those that name what is edited have a gap for it."""

    title: str
    hint: str
    """What to do while nothing is chosen."""
    save: str
    close: str
    saved: Callable[[str], str]
    unsaved: Callable[[str], str]
    removing: Callable[[str], str]
    remove: str


class ListDialog(QDialog, Generic[F, C]):
    """Who derives from it knows what is configured, and calls `_show_form(None)` when it is made."""

    saved = Signal(object)
    """A change. The answer is `_follow` when it is done, `tell_problem` when it could not be."""
    removed = Signal(str)
    """A key. The answer is the same."""

    def __init__(self, side: ListSide, form: F, words: ListWords, rows: int, parent: QWidget | None = None) -> None:
        """`rows` is the height that it opens with, in lines of text."""
        super().__init__(parent)
        self._words = words
        self._current: str | None = None
        """The key of what is in the form as it was saved, NEW, or None where the form is empty."""
        self._begun: object = None
        """What the form showed at first."""
        self._pending: C | None = None
        self._removing: str | None = None
        self._then: Callable[[], None] | None = None
        """What follows when the pending change is saved."""
        self._side = side
        self.form = form
        self._hint = Hint()
        self._right = QStackedWidget()
        self._problem = StateLine("error")
        self._done = StateLine("ok")
        self._save = QPushButton(words.save)
        self._close = QPushButton(words.close)
        self._build(rows)
        self._connect()

    def tell_problem(self, text: str) -> None:
        """What could not be saved or removed, and why; the form stays as it is."""
        self._pending, self._then, self._removing = None, None, None
        self.form.setEnabled(True)
        self._done.say("")
        self._problem.say(text)
        self._look()

    def reject(self) -> None:
        """What is being saved goes on being saved."""
        if self._pending is not None:
            super().reject()
        else:
            self._leave(lambda: QDialog.reject(self))

    def done(self, result: int) -> None:
        """Nothing, no secret either, stays in a field that nobody sees."""
        self._show_form(None)
        super().done(result)

    # what is edited

    @abstractmethod
    def _entries(self) -> list[Entry]:
        """What is configured now, in the order of the list."""

    @abstractmethod
    def _fill_form(self, key: str | None, proposed: str) -> None:
        """With what is configured; for a new one with the key that is proposed, for None with nothing."""

    @abstractmethod
    def _change(self) -> C:
        """What the form holds, as it would be kept."""

    @abstractmethod
    def _held(self) -> object:
        """What the form holds, to see whether it is changed."""

    @abstractmethod
    def _kept_as(self, change: C) -> str | None:
        """The key under which that change is configured now; None while it is not."""

    @abstractmethod
    def _typed_name(self) -> str:
        """How a new one is called in a question."""

    @abstractmethod
    def _look(self) -> None:
        """Which buttons can be pressed."""

    # how it goes on

    def _follow(self, *, known: bool) -> None:
        """Shows what is configured now; `known` if that is as before. What the user is typing stays, unless it is what has just been saved."""
        keys = self._keys()
        kept = None if self._pending is None else self._kept_as(self._pending)
        if kept is not None:
            self._has_saved(kept)
        elif self._removing is not None and self._removing not in keys:
            self._show_first()
        elif self._dirty() or self._current == NEW:
            self._current = self._current if self._current in keys else NEW
            self._side.list.fill(self._entries(), self._current)
            self.form.set_others(self._others())
            self._look()
        elif not known or self._current is None:
            self._show_form(self._current if self._current in keys else next(iter(keys), None))

    def _show_first(self) -> None:
        self._show_form(next(iter(self._keys()), None))

    def _show_form(self, key: str | None, proposed: str = "") -> None:
        """What has that key, a new one, or none, as it is configured."""
        self._current = key
        self._pending, self._then, self._removing = None, None, None
        entries = self._entries()
        self._side.list.fill(entries, key)
        self._fill_form(key, proposed)
        self.form.setEnabled(True)
        self._right.setCurrentIndex(0 if key is None else 1)
        if key is None and not entries:
            self._side.add.setFocus()
        self._begun = self._held()
        self._changed()
        if key == NEW:
            self.form.enter()

    def _keys(self) -> list[str]:
        return [one.key for one in self._entries()]

    def _others(self) -> tuple[str, ...]:
        return tuple(key for key in self._keys() if key != self._current)

    def _dirty(self) -> bool:
        return self._current is not None and self._held() != self._begun

    def _changed(self) -> None:
        self._problem.say("")
        self._done.say("")
        self._look()

    def _begin_to_save(self) -> None:
        self._pending = self._change()
        self.form.setEnabled(False)
        self._look()
        self.saved.emit(self._pending)

    def _has_saved(self, key: str) -> None:
        then = self._then
        self._show_form(key)
        self._done.say(self._words.saved(visible(cut(key))))
        if then is not None:
            then()

    def _leave(self, go: Callable[[], None]) -> None:
        """Goes there, after it has asked what shall become of unsaved changes."""
        if self._pending is not None:
            return
        if not self._dirty():
            go()
            return
        box = self._question(self._words.unsaved, _Button.Save | _Button.Discard | _Button.Cancel)
        box.button(_Button.Save).setEnabled(self.form.complete())
        box.finished.connect(lambda result: self._answer(result, go))
        box.open()

    def _answer(self, result: int, go: Callable[[], None]) -> None:
        if result == _Button.Discard.value:
            self._show_form(None)
            go()
        elif result == _Button.Save.value:
            self._then = go
            self._begin_to_save()

    def _ask_to_remove(self) -> None:
        if self._current == NEW:
            self._show_first()
        elif self._current is not None:
            box = self._question(self._words.removing, _Button.Yes | _Button.Cancel)
            box.button(_Button.Yes).setText(self._words.remove)
            box.finished.connect(lambda result, key=self._current: self._remove_now(result, key))
            box.open()

    def _remove_now(self, result: int, key: str) -> None:
        if result == _Button.Yes.value:
            self._removing = key
            self.removed.emit(key)

    def _question(self, words: Callable[[str], str], buttons: QMessageBox.StandardButton) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), "", buttons, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words(visible(cut(self._current or self._typed_name(), 60))))
        box.setDefaultButton(_Button.Cancel)
        box.finished.connect(box.deleteLater)
        return box

    # how it is made

    def _build(self, rows: int) -> None:
        self.setWindowTitle(self._words.title)
        self._hint.say(self._words.hint)
        self._right.addWidget(self._hint)
        self._right.addWidget(self.form)
        self._close.setAutoDefault(False)
        self._save.setDefault(True)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._side)
        sides.addWidget(self._right)
        sides.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth()
        sides.setSizes([38 * width, 90 * width])
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self._save)
        end.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(sides, 1)
        column.addWidget(self._problem)
        column.addWidget(self._done)
        column.addLayout(end)
        self.resize(140 * width, rows * self.fontMetrics().height())

    def _connect(self) -> None:
        self._side.list.picked.connect(lambda key: self._leave(lambda: self._show_form(key)))
        self._side.add.clicked.connect(lambda: self._leave(lambda: self._show_form(NEW)))
        self._side.remove.clicked.connect(self._ask_to_remove)
        self.form.changed.connect(self._changed)
        self._save.clicked.connect(self._begin_to_save)
        self._close.clicked.connect(self.reject)
