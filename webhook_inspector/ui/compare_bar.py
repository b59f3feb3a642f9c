"""What stands above a comparison: how it is shown, what is ignored, and the way from one difference to the next."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from webhook_inspector.compare.comparison import Wanted
from webhook_inspector.compare.ignoring import Ignoring
from webhook_inspector.ui.compare_model import translate
from webhook_inspector.ui.parts import IconButton, PlainLabel
from webhook_inspector.ui.texts import number, plain_tooltip
from webhook_inspector.ui.theme import GRID


class CompareBar(QWidget):
    wanted_changed = Signal()
    """Something else counts: compare again."""
    view_changed = Signal()
    """The same is to be shown in another way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = IconButton("up", translate("Compare", "Difference before (Shift+F7)"))
        self.after = IconButton("down", translate("Compare", "Next difference (F7)"))
        self.copy = IconButton("copy", translate("Compare", "Copy as text"), worded=True)
        self.noise = QCheckBox(translate("Compare", "&Ignore ids and times"))
        self.patterns = QLineEdit()
        self._beside = _choice(translate("Compare", "Side by side"))
        self._inline = _choice(translate("Compare", "Inline"))
        self._modes = QButtonGroup(self)
        self.folded = QCheckBox(translate("Compare", "&Only what differs"))
        self._exact = QCheckBox(translate("Compare", "Order of &headers"))
        self._text = QCheckBox(translate("Compare", "JSON &line by line"))
        self._place = PlainLabel()
        self._build()
        self._arrange()

    @property
    def side_by_side(self) -> bool:
        return self._beside.isChecked()

    def ignored(self) -> tuple[str, ...]:
        """The patterns as they are written."""
        return tuple(text.strip() for text in self.patterns.text().split(",") if text.strip())

    def show_ignored(self, patterns: Iterable[str]) -> None:
        self.patterns.setText(", ".join(patterns))

    def wanted(self) -> Wanted:
        return Wanted(
            Ignoring.of(self.ignored(), noise=self.noise.isChecked()), self._exact.isChecked(), self._text.isChecked()
        )

    def ignore(self, pattern: str) -> None:
        """Adds a pattern to those that are ignored."""
        if pattern not in self.ignored():
            self.show_ignored([*self.ignored(), pattern])
            self.wanted_changed.emit()

    def say_place(self, place: int, count: int) -> None:
        words = translate("Compare", "{place} of {count}").format(place=number(place), count=number(count))
        self._place.setText(words if count else "")
        self.before.setEnabled(count > 0)
        self.after.setEnabled(count > 0)

    def _build(self) -> None:
        self._modes.addButton(self._beside)
        self._modes.addButton(self._inline)
        self._beside.setChecked(True)
        self.patterns.setClearButtonEnabled(True)
        self.patterns.setAccessibleName(translate("Compare", "Ignored paths"))
        self.patterns.setPlaceholderText(translate("Compare", "data.object.metadata, items[*].id, header:user-agent"))
        tips = (
            (
                self.noise,
                translate("Compare", "Values and headers that differ in every request: ids, times, signatures"),
            ),
            (self._exact, translate("Compare", "Count the order of header fields, and how their names are written")),
            (self._text, translate("Compare", "Count the order of members, and how values are written")),
            (self.folded, translate("Compare", "Leave out lines that are the same")),
            (self.patterns, translate("Compare", "Paths of values, and header:NAME, with commas between them")),
        )
        for widget, tip in tips:
            widget.setToolTip(plain_tooltip(tip))
        for box in (self.noise, self._exact, self._text):
            box.toggled.connect(lambda _on: self.wanted_changed.emit())
        self.patterns.editingFinished.connect(self.wanted_changed)
        self.folded.toggled.connect(lambda _on: self.view_changed.emit())
        self._beside.toggled.connect(lambda _on: self.view_changed.emit())

    def _arrange(self) -> None:
        top, under, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for widget in (self._beside, self._inline, self.folded, self._exact, self._text):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self._place)
        for button in (self.before, self.after, self.copy):
            top.addWidget(button)
        label = PlainLabel(translate("Compare", "Ignored:"))
        label.setBuddy(self.patterns)
        under.addWidget(self.noise)
        under.addSpacing(2 * GRID)
        under.addWidget(label)
        under.addWidget(self.patterns, 1)
        for row in (top, under):
            row.setSpacing(GRID)
            column.addLayout(row)
        column.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        column.setSpacing(GRID // 2)


def _choice(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setAutoRaise(True)
    return button
