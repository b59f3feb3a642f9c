"""Looks for a text in whatever shows some: Ctrl+F opens it, F3 and Shift+F3 go on, Esc closes it."""

from collections.abc import Callable, Iterator
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.form_table import FormTable
from webhook_inspector.ui.json_tree_view import JsonTreeView
from webhook_inspector.ui.line_area import LineArea
from webhook_inspector.ui.matches import MOST, Matches, Place, gathered
from webhook_inspector.ui.parts import IconButton, PlainLabel
from webhook_inspector.ui.texts import number
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

PAUSE_MS = 120
"""Without a key, before a search begins."""

SLICE_SECONDS = 0.008
"""How long a search goes on before the window has its turn."""

_Key = QKeySequence.StandardKey


Searched = BodyView | LineArea | JsonTreeView | FormTable
"""What a text is looked for in."""


class FindBar(QWidget):
    """Hidden until it is asked for. It takes its keys before the window's own shortcuts, which may use the same."""

    def __init__(self, view: Searched, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._matches = Matches()
        self._current = -1
        self._found: list[Place] = []
        self._search_on: Iterator[Place | None] = iter(())
        self._field = QLineEdit()
        self._count = PlainLabel()
        self._timer = QTimer(self)
        self._slices = QTimer(self)
        self._build()
        self._field.textChanged.connect(self._timer.start)
        self._field.installEventFilter(self)
        self._listen()
        self.hide()

    @property
    def words(self) -> str:
        """What it says about the places: how many, and which of them."""
        return self._count.text()

    def look_in(self, view: Searched) -> None:
        """From now on in another view, for the same text."""
        if view is self._view:
            return
        self._view.removeEventFilter(self)
        self._view.replaced.disconnect(self._search_anew)
        self._view.mark(Matches(), -1)
        self._view = view
        self._listen()
        self._search_anew()

    def open(self) -> None:
        """Shows the bar, with what is selected in the view as the text to look for."""
        chosen = self._view.selected_text()
        self.show()
        if chosen and "\n" not in chosen:
            self._field.setText(chosen)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hides the bar and leaves the found place selected."""
        self._timer.stop()
        self._slices.stop()
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._view.select_current()
        self._matches, self._current = Matches(), -1
        self._view.mark(self._matches, -1)
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, *, back: bool = False) -> None:
        """To the next place, or the one before; round at the ends."""
        if not self.isVisible():
            self.open()
            return
        if self._timer.isActive():
            self._search()
        elif len(self._matches):
            place = self._view.place()
            self._show(self._matches.last_before(*place) if back else self._matches.next_after(*place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            action = self._action(event, in_field=watched is self._field)
            if action is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    action()
                    return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._search)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._go_through)
        self._field.setPlaceholderText(translate("FindBar", "Find in this text"))
        self._field.setAccessibleName(translate("FindBar", "Find in this text"))
        self._field.setClearButtonEnabled(True)
        before = IconButton("up", translate("FindBar", "Previous place (Shift+F3)"))
        after = IconButton("down", translate("FindBar", "Next place (F3)"))
        close = IconButton("clear", translate("FindBar", "Close the find bar (Esc)"))
        before.clicked.connect(lambda: self.go_on(back=True))
        after.clicked.connect(self.go_on)
        close.clicked.connect(self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._count)
        for button in (before, after, close):
            layout.addWidget(button)

    def _action(self, event: QKeyEvent, *, in_field: bool) -> Callable[[], None] | None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(_Key.Find):
            return self.open
        if event.key() == Qt.Key.Key_F3 or event.matches(_Key.FindNext) or event.matches(_Key.FindPrevious):
            return lambda: self.go_on(back=shift)
        if not self.isVisible():
            return None
        if event.key() == Qt.Key.Key_Escape:
            return self.close_bar
        if in_field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return lambda: self.go_on(back=shift)
        return None

    def _search_anew(self) -> None:
        if self.isVisible():
            self._search()

    def _search(self) -> None:
        self._timer.stop()
        self._found, self._matches, self._current = [], Matches(), -1
        self._search_on = self._view.places(self._field.text())
        self._slices.start()
        self._go_through()

    def _go_through(self) -> None:
        """Searches on for a while: a text of some size takes several turns, and the first place in reach is shown at once."""
        end = monotonic() + SLICE_SECONDS
        for place in self._search_on:
            if place is not None:
                self._found.append(place)
                if len(self._found) > MOST:
                    self._slices.stop()
                    break
            elif monotonic() > end:
                break
        else:
            self._slices.stop()
        line, column = self._view.place()
        begun = self._current >= 0
        if not self._slices.isActive() or (self._found and (begun or self._found[-1][:2] >= (line, column))):
            self._matches = gathered(self._found)
            self._show(self._current if begun else self._matches.next_after(line, column - 1))

    def _listen(self) -> None:
        self._view.installEventFilter(self)
        self._view.replaced.connect(self._search_anew)

    def _show(self, current: int) -> None:
        self._current = current
        self._view.mark(self._matches, current)
        self._count.setText(self._count_text())

    def _count_text(self) -> str:
        if not self._field.text():
            return ""
        if not len(self._matches):
            return translate("FindBar", "Nothing found")
        more = self._slices.isActive() or not self._matches.complete
        total = number(len(self._matches)) + ("+" if more else "")
        return translate("FindBar", "{current} of {total}").format(current=number(self._current + 1), total=total)
