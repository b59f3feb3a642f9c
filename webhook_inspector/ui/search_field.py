"""The field for the filter: waits until the typing rests, says what the filter means or what is wrong with it, and offers what can be written."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from webhook_inspector.search.faults import Fault
from webhook_inspector.ui.chips import ChipBar
from webhook_inspector.ui.filter_line import FilterLine
from webhook_inspector.ui.filter_popup import FilterPopup, Offer
from webhook_inspector.ui.icons import icon
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID, theme_of

REST_MS = 150
"""After the last key."""
PATIENCE_MS = 200
"""A search that is quicker does not say that it runs."""
LONGEST = 20_000
"""Characters of a filter."""
RECENT = 20
"""Filters that are remembered."""


class SearchField(QWidget):
    changed = Signal(str)
    """Search for this now: a text that can be understood."""
    settled = Signal(str)
    """The text has been read: itself where it asks for something, empty where it does not or cannot be understood."""
    left = Signal()
    """The user is done here: back to the table."""
    values_wanted = Signal(str)
    """What a field of the filter language has been is to be told by `learn`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        """The text that was understood last."""
        self._applied = ""
        """What was searched for then: without the parts that are switched off."""
        self._recent: list[str] = []
        """The newest first."""
        self._values: dict[str, Sequence[str]] = {}
        """What fields have been, read since the keyboard came here; nothing yet for those that are asked for."""
        self._popup = FilterPopup(self)
        self._offered = ("", 0)
        """The text and the cursor that the list is for."""
        self._edit = _Edit()
        self.chips = ChipBar(self._edit)
        """To be placed under the field."""
        self._busy = PlainLabel(self.tr("searching…"))
        self.line = FilterLine()
        """To be placed under that."""
        self._rest = _timer(self, REST_MS)
        self._patience = _timer(self, PATIENCE_MS)
        self._build()
        self._rest.timeout.connect(self._rested)
        self._patience.timeout.connect(self._busy.show)
        self._edit.textChanged.connect(self._rest.start)
        self._edit.textEdited.connect(self._typed)
        self._edit.cursorPositionChanged.connect(self._moved)
        self._edit.returnPressed.connect(self._finish)
        self._edit.installEventFilter(self)
        self._popup.chosen.connect(self._accept)
        self.chips.toggled.connect(self._say)
        self.chips.removed.connect(self._take_out)

    def text(self) -> str:
        return self._edit.text()

    def put(self, text: str) -> None:
        """Searches for this, in place of what was searched for."""
        self._remember()
        self.chips.reset()
        self._edit.setText(text)
        self._say()
        self._remember()

    def clear(self) -> None:
        self._remember()
        self.chips.reset()
        self._edit.clear()
        self._say()

    def enter(self) -> None:
        """Gives it the keyboard."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def add(self, condition: str) -> None:
        """Searches for what meets this, too."""
        from webhook_inspector.ui.filter_text import with_condition

        self.chips.switch_on(condition)
        self.change(lambda text: with_condition(text, condition))

    def change(self, changed: Callable[[str], str]) -> None:
        """Searches for what is made of the text, or of the last one that could be understood. Parts that stay are on or off as before."""
        self._edit.setText(changed(self._said if self._edit.faulty else self.text()))
        self._say()
        self._remember()

    def learn(self, field: str, values: Sequence[str]) -> None:
        """The answer to `values_wanted`."""
        self._values[field] = values
        if self._edit.hasFocus() and self._cursor_in_a_word():
            self._offer()

    @property
    def recent(self) -> list[str]:
        """Filters that were used, the newest first."""
        return list(self._recent)

    def recall(self, filters: Sequence[str]) -> None:
        self._recent = list(filters[:RECENT])

    def show_searching(self, on: bool) -> None:  # noqa: FBT001 (a slot of `searching`)
        if not on:
            self._patience.stop()
            self._busy.hide()
        elif not self._busy.isVisible() and not self._patience.isActive():
            self._patience.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._glass.setIcon(icon("search", self.palette()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's: keys that the list under it takes, and the keyboard's coming and going."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.type() == QEvent.Type.KeyPress:
                return self._takes(Qt.Key(event.key()))
            if plain and event.key() == Qt.Key.Key_Escape and self._popup.isVisible():
                event.accept()  # else the window's Esc clears the filter
                return True
        elif event.type() == QEvent.Type.FocusIn:
            self._values.clear()
        elif event.type() == QEvent.Type.FocusOut:
            self._close_offers()
            self._remember()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._edit.setAccessibleName(self.tr("Search captures"))
        self._edit.setPlaceholderText(self.tr("Search captures"))
        self._edit.setToolTip(
            QCoreApplication.translate(
                "Search", "Words anywhere in address, headers or body, or fields as in sig:invalid. (Ctrl+Shift+F)"
            )
        )
        self._edit.setClearButtonEnabled(True)
        self._edit.setMaxLength(LONGEST)
        self._glass = self._edit.addAction(icon("search", self.palette()), QLineEdit.ActionPosition.LeadingPosition)
        self._glass.setText(self.tr("Search captures"))
        self._busy.setAutoFillBackground(True)
        self._busy.setBackgroundRole(QPalette.ColorRole.Base)
        self._busy.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._busy.hide()
        inside = QHBoxLayout(self._edit)
        inside.setContentsMargins(0, 2, 4 * GRID, 2)  # beside the button that clears
        inside.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit)

    # the filter

    def _rested(self) -> None:
        """While the list is open, what can be written stands there: nobody needs to be told that it is missing."""
        fault = self._read(self.text())[1]
        if fault is None or not (self._popup.isVisible() and fault.start <= self._edit.cursorPosition() <= fault.end):
            self._say()

    def _read(self, text: str) -> tuple[str, Fault | None]:
        """The filter in words, and what is wrong with it."""
        if not text.strip():
            return "", None
        from webhook_inspector.ui.filter_text import reading_of

        reading = reading_of(text)
        return reading.words, reading.fault

    def _say(self) -> bool:
        """Whether the text can be understood. Otherwise what was found before stays."""
        self._rest.stop()
        text = self.text()
        fault = self._read(text)[1]
        self._edit.show_fault(fault is not None)
        if fault is None:
            self._apply(text)
        else:
            self.chips.setEnabled(False)  # they are those of the text before
            self.line.complain(problem_text(fault.problem), text, fault.start, fault.end)
            self._edit.setAccessibleDescription(self.line.words)
            self.settled.emit("")
        return fault is None

    def _apply(self, text: str) -> None:
        """Searches for its parts that are not switched off."""
        from webhook_inspector.search.parts import parts_of, text_without

        self.chips.show_parts(parts_of(text))
        applied = text_without(text, self.chips.off)
        self.line.say(self._read(applied)[0])
        self._edit.setAccessibleDescription(self.line.words)
        self._said = text
        self.settled.emit(applied.strip())
        if applied != self._applied:
            self._applied = applied
            self.changed.emit(applied)

    def _take_out(self, place: int) -> None:
        from webhook_inspector.search.parts import text_without

        if self.text() == self._said:  # else the parts are about to be others
            self.change(lambda text: text_without(text, {place}))

    def _finish(self) -> None:
        if self._say():
            self._popup.hide()
            self._remember()
            self.left.emit()

    def _remember(self) -> None:
        """Only what was searched for: neither what is being typed nor what cannot be understood."""
        text = self.text().strip()
        if text and self.text() == self._said:
            self._recent = [text, *(one for one in self._recent if one != text)][:RECENT]

    # what can be written

    def _takes(self, key: Qt.Key) -> bool:
        if self._popup.isVisible() and key == Qt.Key.Key_Escape:
            self._close_offers()
            return True
        if self._popup.isVisible():
            return self._popup.takes(key)
        if key == Qt.Key.Key_Down:
            self._offer()
            return True
        if key == Qt.Key.Key_Up and not self.text() and self._recent:
            self._show_offers([Offer(text, 0, 0) for text in self._recent])
            return self._popup.takes(Qt.Key.Key_Down)
        return False

    def _typed(self) -> None:
        if self._cursor_in_a_word():
            self._offer()
        else:
            self._popup.hide()

    def _moved(self) -> None:
        if (self.text(), self._edit.cursorPosition()) != self._offered:
            self._close_offers()

    def _close_offers(self) -> None:
        if self._popup.isVisible():
            self._popup.hide()
            self._rest.start()  # what is wrong may be said now

    def _cursor_in_a_word(self) -> bool:
        """Or right behind one: the first letter of the next may be anything."""
        return bool(self.text()[: self._edit.cursorPosition()][-1:].strip())

    def _offer(self) -> None:
        from webhook_inspector.ui.filter_text import offers_at

        self._show_offers(offers_at(self.text(), self._edit.cursorPosition(), self._known))

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        self._offered = self.text(), self._edit.cursorPosition()
        self._popup.offer(offers, self._edit)

    def _known(self, field: str) -> Sequence[str]:
        if field not in self._values:
            self._values[field] = ()
            self.values_wanted.emit(field)
        return self._values[field]

    def _accept(self, offer: Offer) -> None:
        self._edit.setSelection(offer.start, offer.end - offer.start)
        self._edit.insert(offer.text)  # as if it were typed: it can be undone
        if not offer.text.endswith((":", ".")) or not offer.help:
            self._popup.hide()  # it is no name of a field, which values follow


class _Edit(QLineEdit):
    """Outlined while its text cannot be understood."""

    def __init__(self) -> None:
        super().__init__()
        self._faulty = False

    @property
    def faulty(self) -> bool:
        return self._faulty

    def show_fault(self, on: bool) -> None:  # noqa: FBT001
        self._faulty = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._faulty:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_of(self.palette()).fail), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)
        painter.end()


def _timer(parent: QWidget, interval: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    return timer
