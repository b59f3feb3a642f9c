"""How the timeline is painted: bars on both sides of a line, and under them from when to when they are."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from webhook_inspector.core.arrivals import Arrivals, Tally
from webhook_inspector.ui.theme import GRID, Theme
from webhook_inspector.ui.timeline_words import counts_text, kind_texts, moment_text, span_text

LEAST = 2
"""Pixels of a part of a bar: a single failure among thousands is seen."""


@dataclass(frozen=True, slots=True)
class Scene:
    arrivals: Arrivals
    chosen: range = range(0)
    """Stretches that are marked."""
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the stretches are in a place of this size."""

    bars: QRect
    stretches: range

    def left(self, number: int) -> int:
        """Where a stretch begins."""
        return self.bars.left() + (number - self.stretches.start) * self.bars.width() // len(self.stretches)

    def at(self, x: int) -> int:
        """The stretch there, or the nearest."""
        place = (x - self.bars.left()) * len(self.stretches) // max(self.bars.width(), 1)
        return self.stretches[max(0, min(place, len(self.stretches) - 1))]

    def around(self, numbers: range) -> QRect:
        left = self.left(numbers.start)
        return QRect(left, self.bars.top(), max(self.left(numbers.stop) - left, 2), self.bars.height())


@dataclass(frozen=True, slots=True)
class Scale:
    """How high counts are painted: those above the line and those below it by the same measure."""

    room: int
    above: int
    below: int
    """The highest of each."""

    def height(self, count: int) -> int:
        """Nothing that came is too little to be seen."""
        rest = self.room - 1 - (LEAST if self.above else 0) - (LEAST if self.below else 0)
        return count * max(rest, 0) // max(self.above + self.below, 1) + LEAST if count else 0


def paint(painter: QPainter, plan: Plan, caption: QRect, theme: Theme, scene: Scene) -> None:
    """`plan` has at least one stretch, and of one there are captures."""
    if scene.chosen:
        painter.fillRect(plan.around(scene.chosen), QColor(theme.highlight))
    tallies = scene.arrivals.tallies
    above = max(tally.total - tally.failed for tally in tallies.values())
    below = max(tally.failed for tally in tallies.values())
    scale = Scale(plan.bars.height(), above, below)
    base = plan.bars.top() + scale.height(above)
    colours = _Colours(theme)
    for number, tally in tallies.items():
        left, right = plan.left(number), plan.left(number + 1)
        bar = QRect(left, base, max(right - left - (1 if right - left > 2 else 0), 1), 0)
        _paint_bar(painter, bar, colours, scale, tally)
    painter.fillRect(plan.bars.left(), base, plan.bars.width(), 1, QColor(theme.muted))
    if scene.chosen:
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(plan.around(scene.chosen).adjusted(0, 0, -1, 0))
    _paint_caption(painter, caption, theme, scene)


class _Colours:
    """Of bars."""

    def __init__(self, theme: Theme) -> None:
        self.valid, self.failed, self.other = QColor(theme.ok), QColor(theme.fail), QColor(theme.none)
        self.other.setAlphaF(0.5)


def _paint_bar(painter: QPainter, bar: QRect, colours: _Colours, scale: Scale, tally: Tally) -> None:
    """What is valid or was not verified stands on the line, the latter paler and above; what failed hangs below it."""
    valid, other, failed = (scale.height(count) for count in (tally.valid, tally.other, tally.failed))
    painter.fillRect(bar.left(), bar.top() - valid, bar.width(), valid, colours.valid)
    painter.fillRect(bar.left(), bar.top() - valid - other, bar.width(), other, colours.other)
    painter.fillRect(bar.left(), bar.top() + 1, bar.width(), failed, colours.failed)


def _paint_caption(painter: QPainter, caption: QRect, theme: Theme, scene: Scene) -> None:
    """Begin and end, and in the middle what came; while stretches are marked, from when to when and what came there."""
    arrivals, metrics = scene.arrivals, painter.fontMetrics()
    width, middle = arrivals.width, Qt.AlignmentFlag.AlignVCenter
    painter.setPen(QColor(theme.text))
    if scene.chosen:
        words = span_text(scene.chosen.start * width, scene.chosen.stop * width, width)
        words = f"{words}   {counts_text(arrivals.of(scene.chosen))}"
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, caption.width())
        painter.drawText(caption, middle | Qt.AlignmentFlag.AlignLeft, words)
        return
    painter.setPen(QColor(theme.muted))
    begin, end = (moment_text(at * width, width) for at in (arrivals.stretches.start, arrivals.stretches.stop))
    painter.drawText(caption, middle | Qt.AlignmentFlag.AlignLeft, begin)
    painter.drawText(caption, middle | Qt.AlignmentFlag.AlignRight, end)
    aside = max(map(metrics.horizontalAdvance, (begin, end))) + 2 * GRID
    _paint_legend(painter, caption.adjusted(aside, 0, -aside, 0), theme, scene)


def _paint_legend(painter: QPainter, place: QRect, theme: Theme, scene: Scene) -> None:
    metrics, gap = painter.fontMetrics(), 2 * GRID
    whole = scene.arrivals.of(scene.arrivals.tallies)
    for worded in (True, False):
        pieces = kind_texts(whole, worded=worded)
        length = sum(metrics.horizontalAdvance(text) + gap for _, text in pieces) - gap
        if length <= place.width():
            break
    else:
        return
    left = place.left() + (place.width() - length) // 2
    for tone, text in pieces:
        painter.setPen(QColor(getattr(theme, tone)))
        painter.drawText(QRect(left, place.top(), place.width(), place.height()), Qt.AlignmentFlag.AlignVCenter, text)
        left += metrics.horizontalAdvance(text) + gap
