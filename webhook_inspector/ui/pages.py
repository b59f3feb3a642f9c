"""What stands where there is no table to show: the first steps, "not listening", an unreadable history, and "no match"."""

import os
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.ui import texts
from webhook_inspector.ui.icons import icon
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.theme import GRID, code_font


class Page(QWidget):
    """A heading, a sentence below it, and what a page adds; in the middle of the room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel()
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.content = QVBoxLayout()
        self.content.setSpacing(GRID * 3 // 2)
        self.content.addWidget(self.heading)
        self.content.addWidget(self.sentence)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(self.content, 2)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._size()

    def say(self, heading: str, sentence: str) -> None:
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._size()

    def _size(self) -> None:
        font = QGuiApplication.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.heading.setFont(font)


class StartPage(Page):
    """For an empty history: where to post, and how to see the first row within a minute."""

    copy_url = Signal()
    send_sample = Signal(str)
    """Of this provider, at once."""
    start = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = _line(self.tr("Listener URL on the start page"))
        self._curl = _line(self.tr("Command that posts a webhook"))
        self._steps = QWidget()
        self._start = QPushButton(self.tr("Start listening"))
        self._start.setToolTip(self.tr("Start or stop listening (Ctrl+E)"))
        self._start.clicked.connect(self.start)
        self._provider = QComboBox()
        self._provider.setAccessibleName(self.tr("Provider of the sample event"))
        self._sample = QPushButton(self.tr("Send a sample"))
        self._sample.setEnabled(False)
        self._sample.clicked.connect(lambda: self.send_sample.emit(str(self._provider.currentData() or "")))
        self._lay_out()

    def offer_samples(self, providers: Sequence[tuple[str, str]], chosen: str) -> None:
        """Keys and titles of the providers that there are samples of; they are known only after the first paint."""
        self._provider.clear()
        for key, title in providers:
            self._provider.addItem(title, key)
        self._provider.setCurrentIndex(self._provider.findData(chosen))
        self._sample.setEnabled(bool(providers))

    def show_listening(self, url: str) -> None:
        self.say(self.tr("No webhooks yet"), self.tr("Listening. Whatever is posted to this address appears here."))
        self._url.setText(url)
        self._curl.setText(curl_line(url))
        self._steps.setVisible(True)
        self._start.setVisible(False)

    def show_stopped(self) -> None:
        self.say(self.tr("Not listening"), self.tr('Nothing is received. Senders get "connection refused".'))
        self._steps.setVisible(False)
        self._start.setVisible(True)

    def show_waiting(self, heading: str, sentence: str) -> None:
        """Nothing to do here: starting, reading what another process captures, or a fault that a banner tells about."""
        self.say(heading, sentence)
        self._steps.setVisible(False)
        self._start.setVisible(False)

    def _lay_out(self) -> None:
        copy_url = _copy_button(self.tr("Copy"), self.tr("Copy the listener URL"))
        copy_url.clicked.connect(self.copy_url)
        copy_curl = _copy_button(self.tr("Copy"), self.tr("Copy the command"))
        copy_curl.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._curl.text()))
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Paste this address where your provider asks for a webhook URL:"), (self._url, copy_url)),
            (self.tr("Or post one yourself, in a terminal:"), (self._curl, copy_curl)),
            (self.tr("Or let us post a sample event, signed as its provider signs:"), (self._samples(),)),
        )
        grid = QGridLayout(self._steps)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GRID // 2)
        for step, (sentence, widgets) in enumerate(rows):
            _add_step(grid, step, sentence, widgets)
        self.content.addWidget(self._steps)
        self.content.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)

    def _samples(self) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._provider)
        row.addWidget(self._sample)
        row.addStretch(1)
        return place


class NoMatchPage(Page):
    """For a search that finds nothing in a history that is not empty."""

    clear_search = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        clear = QPushButton(self.tr("Clear the search (Esc)"))
        clear.clicked.connect(self.clear_search)
        self.content.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)

    def show_search(self, words: str, hidden: int) -> None:
        self.say(
            self.tr("No captures match {words}").format(words=texts.cut(words, 100)),
            self.tr("Hidden by the search: {count}").format(count=texts.number(hidden)),
        )


def curl_line(url: str) -> str:
    """A command that works as it stands: in a POSIX shell, or in Windows' cmd, which knows no single quotes."""
    body = '"{\\"hi\\":1}"' if os.name == "nt" else "'{\"hi\":1}'"
    return f"curl -d {body} {url}/"


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setReadOnly(True)
    line.setAccessibleName(name)
    line.setFont(code_font(line.font().pointSizeF()))
    line.setTextMargins(GRID // 2, 0, GRID // 2, 0)
    return line


def _copy_button(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setIcon(icon("copy", button.palette()))
    return button


def _add_step(grid: QGridLayout, step: int, sentence: str, widgets: tuple[QWidget, ...]) -> None:
    number = PlainLabel(f"{step + 1}.")
    grid.addWidget(number, 2 * step, 0)
    grid.addWidget(PlainLabel(sentence), 2 * step, 1, 1, 2)
    wide = isinstance(widgets[0], QLineEdit)
    for column, widget in enumerate(widgets, 1):
        align = Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft
        grid.addWidget(widget, 2 * step + 1, column, align)
    grid.setRowMinimumHeight(2 * step + 1, widgets[0].sizeHint().height() + GRID)
    grid.setColumnStretch(1, 1)
