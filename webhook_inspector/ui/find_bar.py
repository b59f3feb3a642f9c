"""Looks for a text in a `BodyView`: Ctrl+F opens it, F3 and Shift+F3 go on, Esc closes it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.matches import Matches, find
from webhook_inspector.ui.parts import IconButton, PlainLabel
from webhook_inspector.ui.texts import number
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

PAUSE_MS = 120
"""Without a key, before a search begins."""

_Key = QKeySequence.StandardKey


class FindBar(QWidget):
    """Hidden until it is asked for. It takes its keys before the window's own shortcuts, which may use the same."""

    def __init__(self, view: BodyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._matches = Matches()
        self._current = -1
        self._field = QLineEdit()
        self._count = PlainLabel()
        self._timer = QTimer(self)
        self._build()
        self._field.textChanged.connect(self._timer.start)
        view.replaced.connect(self._search_anew)
        for widget in (view, self._field):
            widget.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says about the places: how many, and which of them."""
        return self._count.text()

    def open(self) -> None:
        """Shows the bar, with what is selected in the view as the text to look for."""
        chosen = self._view.textCursor().selectedText()
        self.show()
        if chosen and "\u2029" not in chosen:
            self._field.setText(chosen)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hides the bar and leaves the found place selected."""
        self._timer.stop()
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
        self._matches = find(self._view.lines, self._field.text())
        line, column = self._view.place()
        self._show(self._matches.next_after(line, column - 1))

    def _show(self, current: int) -> None:
        self._current = current
        self._view.mark(self._matches, current)
        self._count.setText(self._count_text())

    def _count_text(self) -> str:
        if not self._field.text():
            return ""
        if not len(self._matches):
            return translate("FindBar", "Nothing found")
        total = number(len(self._matches)) + ("" if self._matches.complete else "+")
        return translate("FindBar", "{current} of {total}").format(current=number(self._current + 1), total=total)
