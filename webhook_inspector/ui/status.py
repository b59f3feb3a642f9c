"""The status bar: listener, counts, rate, size of the history and what is being sent on; painted at most four times a second."""

import time
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStatusBar, QToolButton, QWidget

from webhook_inspector.ui import texts
from webhook_inspector.ui.parts import PlainLabel

PAINT_MS = 250
SAID_MS = 5000
RATE_SECONDS = 2.0
"""What the rate is an average over."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What there is to say."""

    listener: str = ""
    shown: int = 0
    total: int = 0
    filtered: bool = False
    selected: int = 0
    disk_size: int = 0
    judged: int = 0
    """How many of `to_judge` stored captures have been verified again."""
    to_judge: int = 0
    waiting: int = 0
    """Deliveries by rule that wait for their next attempt."""
    failed: int = 0


@dataclass(slots=True)
class RateMeter:
    """Captures a second, from a count that only grows."""

    _marks: list[tuple[float, int]] = field(default_factory=list)

    def mark(self, now: float, count: int) -> None:
        self._marks.append((now, count))
        while len(self._marks) > 2 and self._marks[1][0] <= now - RATE_SECONDS:
            del self._marks[0]

    def per_second(self, now: float) -> float:
        """0 where nothing came in the last seconds. After a pause the pause does not count."""
        then, before = self._marks[0]
        passed = now - then
        grown = self._marks[-1][1] - before
        return grown / (max(passed, RATE_SECONDS / 2) if passed < 2 * RATE_SECONDS else RATE_SECONDS)


class StatusBar(QStatusBar):
    forwards_wanted = Signal()
    """What is told of deliveries was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = Figures()
        self._taken = 0
        self._meter = RateMeter()
        self._listener = _part(self)
        self._counts = _part(self)
        self._rate = _part(self)
        self._disk = _part(self)
        self._judging = _part(self)
        self._forwards = QToolButton()
        self.setAccessibleName(self.tr("Status"))
        self.setSizeGripEnabled(False)
        self._add_forwards()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAINT_MS)
        self._timer.timeout.connect(self._paint)
        self.messageChanged.connect(lambda text: None if text else self._soon())
        self._paint()

    @property
    def figures(self) -> Figures:
        return self._figures

    def tell(self, **figures: object) -> None:
        """Fields of Figures that have changed."""
        self._figures = replace(self._figures, **figures)  # type: ignore[arg-type]
        self._soon()

    def tell_taken(self, count: int) -> None:
        """How many new captures have been seen since the start: the rate is made of it."""
        self._taken = count
        self._soon()

    def say(self, sentence: str) -> None:
        """Something that was done, for a few seconds in place of the rest."""
        self.showMessage(sentence, SAID_MS)

    def text(self) -> str:
        """All of it in one line, as a screen reader says it."""
        return " | ".join(label.text() for label in self._parts() if label.text())

    def _parts(self) -> tuple[PlainLabel | QToolButton, ...]:
        return (self._listener, self._counts, self._rate, self._disk, self._judging, self._forwards)

    def _add_forwards(self) -> None:
        """The one part that can be pressed, by mouse and keyboard."""
        self._forwards.setAutoRaise(True)
        self._forwards.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._forwards.setToolTip(self.tr("Show the captures whose deliveries wait or have failed"))
        self._forwards.clicked.connect(self.forwards_wanted)
        self.addWidget(self._forwards)

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _paint(self) -> None:
        now = time.monotonic()
        self._meter.mark(now, self._taken)
        rate = self._meter.per_second(now)
        self._listener.setText(self._figures.listener)
        self._counts.setText(self._count_text())
        self._rate.setText(self.tr("{rate}/s").format(rate=texts.rate(rate)) if rate else "")
        self._disk.setText(self._disk_text())
        self._judging.setText(self._judging_text())
        self._forwards.setText(self._forwards_text())
        if not self.currentMessage():  # else they would stand under what is said
            for label in self._parts():
                label.setVisible(bool(label.text()))
        self.setAccessibleDescription(self.text())
        if rate:
            self._soon()

    def _count_text(self) -> str:
        figures = self._figures
        shown = texts.number(figures.shown)
        if figures.filtered:
            text = self.tr("{shown} of {total} shown").format(shown=shown, total=texts.number(figures.total))
        else:
            text = self.tr("{shown} shown").format(shown=shown)
        if not figures.selected:
            return text
        return text + " · " + self.tr("{count} selected").format(count=texts.number(figures.selected))

    def _judging_text(self) -> str:
        """Empty once all are verified."""
        figures = self._figures
        if figures.judged >= figures.to_judge:
            return ""
        words = self.tr("verifying again: {done} of {total}")
        return words.format(done=texts.number(figures.judged), total=texts.number(figures.to_judge))

    def _forwards_text(self) -> str:
        """Empty while nothing waits and nothing has failed."""
        figures = self._figures
        waiting = self.tr("{count} waiting").format(count=texts.number(figures.waiting)) if figures.waiting else ""
        failed = self.tr("{count} failed").format(count=texts.number(figures.failed)) if figures.failed else ""
        there = ", ".join(part for part in (waiting, failed) if part)
        return self.tr("forwards: {counts}").format(counts=there) if there else ""

    def _disk_text(self) -> str:
        if not self._figures.disk_size:
            return ""
        return self.tr("history {size}").format(size=texts.size(self._figures.disk_size))


def _part(bar: QStatusBar) -> PlainLabel:
    label = PlainLabel()
    label.setContentsMargins(8, 0, 8, 0)
    bar.addWidget(label)
    return label
