"""What stands above the body: the views that fit it, wrapping, copy, save, how it is read; and the words about it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from webhook_inspector.bodies.choose import View
from webhook_inspector.bodies.kind import Kind
from webhook_inspector.core.problem import Problem
from webhook_inspector.ui.body_progress import BodyProgress
from webhook_inspector.ui.body_words import told, view_words
from webhook_inspector.ui.charset_button import CharsetButton
from webhook_inspector.ui.parts import IconButton, StateLine
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate


class BodyBar(QWidget):
    turned = Signal()
    """Another view was chosen, or how the body is read: `view`, `as_received` and `charset` tell which."""
    wrapped = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = IconButton("copy", translate("Body", "Copy"), worded=True)
        self.save = IconButton("save", translate("Body", "Save…"), worded=True)
        self.wrap = IconButton("wrap", translate("Body", "Wrap lines"), worded=True)
        self.load_more = _button(translate("Body", "Load more"))
        self.load_all = _button(translate("Body", "Load all"))
        self.open_outside = _button(translate("Body", "Open in another program"))
        self.progress = BodyProgress()
        self.offered: View | None = None
        """The view that was marked as shown last; `view` is another once the user has chosen."""
        self._views = {view: _button(view_words(view)[0], view_words(view)[1]) for view in View}
        self._group = QButtonGroup(self)
        self._coded = _button(
            translate("Body", "As received"), translate("Body", "Shows the bytes before decompression")
        )
        self._charset = CharsetButton()
        self._calm = StateLine("notice")
        self._wrong = StateLine("warning")
        self._build()
        self._arrange()

    @property
    def view(self) -> View:
        """The view that was chosen, or is shown."""
        return next((view for view, button in self._views.items() if button.isChecked()), View.RAW)

    @property
    def as_received(self) -> bool:
        return self._coded.isChecked()

    @property
    def charset(self) -> str:
        """What the user wants the body read as; empty: whatever fits."""
        return self._charset.charset

    def offer(self, views: Sequence[View], shown: View | None, *, coded: bool) -> None:
        """Which views there are, and which of them is shown; whether the body has a content coding."""
        for view, button in self._views.items():
            button.setVisible(view in views)
            button.setEnabled(view in views)
        self.offered = shown
        self._group.blockSignals(True)
        if shown is not None:
            self._views[shown].setChecked(True)
        self._group.blockSignals(False)
        self._coded.setVisible(coded)

    def reset(self) -> None:
        """Another body: read as it says it is."""
        for button in (self._coded, self._charset):
            button.blockSignals(True)
        self._coded.setChecked(False)
        self._charset.choose("")
        for button in (self._coded, self._charset):
            button.blockSignals(False)

    def say(self, kind: Kind, remarks: tuple[Problem, ...], *, partial: bool = False, large: str = "") -> None:
        """Describes the body that is shown. `partial`: there is more of it; `large`: what to say of its size."""
        calm, wrong = told(remarks)
        self._charset.say(kind)
        self._calm.say("\n".join(part for part in (large, calm) if part))
        self._wrong.say(wrong)
        for button in (self.load_more, self.load_all, self.open_outside):
            button.setVisible(partial)
        self._fit_notes()

    def fail(self, sentence: str) -> None:
        """Something asked of this bar went wrong."""
        self._wrong.say(sentence)
        self._fit_notes()

    def allow(self, *, body: bool, wrap: bool) -> None:
        """Which buttons make sense: there is a body; its text is short enough to be wrapped."""
        for button in (self.copy, self.save, self._charset):
            button.setEnabled(body)
        self.wrap.setEnabled(body and wrap)
        too_long = translate("Body", "Too long to be wrapped")
        self.wrap.setToolTip(too_long if body and not wrap else translate("Body", "Wrap lines"))

    def _build(self) -> None:
        self.copy.setAccessibleName(translate("Body", "Copy body"))
        self.save.setAccessibleName(translate("Body", "Save body"))
        self.save.setToolTip(translate("Body", "Save the body exactly as it came"))
        self.wrap.setCheckable(True)
        self.wrap.toggled.connect(self.wrapped)
        self._group.setExclusive(True)
        for button in self._views.values():
            button.setCheckable(True)
            self._group.addButton(button)
        # Not `buttonClicked`: a screen reader checks a button without a click.
        self._group.buttonToggled.connect(lambda _button, on: self.turned.emit() if on else None)
        self._coded.setCheckable(True)
        self._coded.toggled.connect(lambda _on: self.turned.emit())
        self._charset.chosen.connect(self.turned)
        self.offer((), None, coded=False)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        buttons.setSpacing(GRID // 2)
        for button in (*self._views.values(), self._coded):
            buttons.addWidget(button)
        buttons.addSpacing(GRID)
        for button in (self.wrap, self.copy, self.save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._charset)
        self._more = QHBoxLayout()
        self._more.setSpacing(GRID // 2)
        self._more.addWidget(self._calm, 1)
        for button in (self.load_more, self.load_all, self.open_outside):
            self._more.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            button.hide()
        self._notes = QVBoxLayout()
        self._notes.setSpacing(GRID // 2)
        self._notes.addLayout(self._more)
        self._notes.addWidget(self._wrong)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        layout.addLayout(self._notes)

    def _fit_notes(self) -> None:
        """No margin around nothing."""
        shown = bool(self._calm.text or self._wrong.text)
        self._notes.setContentsMargins(GRID, 0, GRID, GRID // 2 if shown else 0)


def _button(text: str, purpose: str = "") -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(purpose or text)
    button.setAccessibleName(text)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
