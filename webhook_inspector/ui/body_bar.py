"""What stands above the text of the pane Body: pretty or raw, wrapping, copy, save; and the words about the body."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from webhook_inspector.bodies.kind import Kind
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.body_words import kind_text, reason_text, told
from webhook_inspector.ui.parts import IconButton, PlainLabel, StateLine
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate


class BodyBar(QWidget):
    turned = Signal()
    """Pretty or raw was chosen: `pretty` tells which."""
    wrapped = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = IconButton("copy", translate("Body", "Copy"), worded=True)
        self.save = IconButton("save", translate("Body", "Save…"), worded=True)
        self.wrap = IconButton("wrap", translate("Body", "Wrap lines"), worded=True)
        self._pretty = _choice(translate("Body", "Pretty"))
        self._raw = _choice(translate("Body", "Raw"))
        self._modes = QButtonGroup(self)
        self._kind = PlainLabel()
        self._calm = StateLine("notice")
        self._wrong = StateLine("warning")
        self._build()
        self._arrange()

    @property
    def pretty(self) -> bool:
        return self._pretty.isChecked()

    def say(self, kind: Kind, remarks: tuple[Problem, ...]) -> None:
        """Describes the body that is shown."""
        calm, wrong = told(remarks)
        self._kind.setText(kind_text(kind))
        self._kind.setToolTip(reason_text(kind))
        self._calm.say(calm)
        self._wrong.say(wrong)
        self._fit_notes()

    def fail(self, sentence: str) -> None:
        """Something asked of this bar went wrong."""
        self._wrong.say(sentence)
        self._fit_notes()

    def allow(self, *, body: bool, wrap: bool) -> None:
        """Which buttons make sense: there is a body; its text is short enough to be wrapped."""
        for button in (self.copy, self.save, self._pretty, self._raw):
            button.setEnabled(body)
        self.wrap.setEnabled(body and wrap)
        too_long = translate("Body", "Too long to be wrapped")
        self.wrap.setToolTip(too_long if body and not wrap else translate("Body", "Wrap lines"))

    def _build(self) -> None:
        self.copy.setAccessibleName(translate("Body", "Copy body"))
        self.save.setAccessibleName(translate("Body", "Save body"))
        self.save.setToolTip(translate("Body", "Save the body exactly as it came"))
        self._pretty.setToolTip(translate("Body", "Laid out for reading"))
        self._raw.setToolTip(translate("Body", "As it was sent, decompressed"))
        self.wrap.setCheckable(True)
        self.wrap.toggled.connect(self.wrapped)
        self._modes.setExclusive(True)
        self._modes.addButton(self._pretty)
        self._modes.addButton(self._raw)
        self._pretty.setChecked(True)
        self._pretty.toggled.connect(lambda _on: self.turned.emit())

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        buttons.setSpacing(GRID // 2)
        buttons.addWidget(self._pretty)
        buttons.addWidget(self._raw)
        buttons.addSpacing(GRID)
        for button in (self.wrap, self.copy, self.save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._kind)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(GRID // 2)
        self._notes.addWidget(self._calm)
        self._notes.addWidget(self._wrong)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(buttons)
        layout.addLayout(self._notes)

    def _fit_notes(self) -> None:
        """No margin around nothing."""
        shown = bool(self._calm.text or self._wrong.text)
        self._notes.setContentsMargins(GRID, 0, GRID, GRID // 2 if shown else 0)


def _choice(text: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(text)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
