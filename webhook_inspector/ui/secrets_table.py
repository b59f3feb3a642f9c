"""The secrets of an endpoint: named and masked in a table, and shown only on purpose and for a short while."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.core.secret import Secret
from webhook_inspector.ui.parts import Hint
from webhook_inspector.ui.reveal_button import RevealButton
from webhook_inspector.ui.secret_dialog import SecretDialog
from webhook_inspector.ui.secrets_tree import SecretsTree
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_ROWS, _LINES = 5, 3
"""Rows of the table, and lines of a revealed secret, that are seen at once."""


class SecretsTable(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme = ""
        self._secrets: list[Secret] = []
        self.tree = SecretsTree()
        self._place = QStackedWidget()
        self._hint = Hint()
        self._add = QPushButton(translate("Endpoints", "A&dd…"))
        self._edit = QPushButton(translate("Endpoints", "Ed&it…"))
        self._remove = QPushButton(translate("Endpoints", "Re&move"))
        self._reveal = RevealButton(self)
        self._shown = _Shown()
        self._build()
        self.show_secrets(())

    def secrets(self) -> tuple[Secret, ...]:
        return tuple(self._secrets)

    def show_secrets(self, secrets: tuple[Secret, ...]) -> None:
        self._reveal.conceal()
        self._secrets = list(secrets)
        self._draw(0)

    def set_scheme(self, scheme: str) -> None:
        """By which a secret is judged when it is given."""
        self._scheme = scheme

    def add(self) -> None:
        self._ask(None)

    def _build(self) -> None:
        self._hint.say(
            translate(
                "Endpoints",
                "No secret yet. Without one no signature can be checked, unless the provider publishes its keys.",
            )
        )
        self._place.addWidget(self.tree)
        self._place.addWidget(self._hint)
        self._place.setFrameShape(QFrame.Shape.StyledPanel)
        self._place.setFixedHeight(self.tree.height_of(_ROWS))
        self._shown.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for button in (self._add, self._edit, self._remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._reveal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._place)
        column.addWidget(self._shown)
        column.addLayout(row)
        self._add.clicked.connect(self.add)
        self._edit.clicked.connect(self._edit_current)
        self._remove.clicked.connect(self._remove_current)
        self._reveal.revealed.connect(self._show_value)
        self.tree.edit_wanted.connect(self._edit_current)
        self.tree.remove_wanted.connect(self._remove_current)
        self.tree.currentItemChanged.connect(self._selected)

    def _draw(self, at: int) -> None:
        self.tree.show_secrets(self._secrets, datetime.now(UTC).date(), at)
        self._place.setCurrentIndex(0 if self._secrets else 1)
        self._selected()

    def _selected(self) -> None:
        self._reveal.conceal()
        for button in (self._edit, self._remove, self._reveal):
            button.setEnabled(self.tree.place() >= 0)

    def _ask(self, at: int | None) -> None:
        taken = tuple(one.label for place, one in enumerate(self._secrets) if place != at)
        dialog = SecretDialog(self, self._scheme, taken, None if at is None else self._secrets[at])
        dialog.given.connect(lambda secret: self._take(secret, at))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, secret: Secret, at: int | None) -> None:
        if at is None:
            self._secrets.append(secret)
        else:
            self._secrets[at] = secret
        self._draw(len(self._secrets) if at is None else at)
        self.changed.emit()

    def _edit_current(self) -> None:
        if self.tree.place() >= 0:
            self._ask(self.tree.place())

    def _remove_current(self) -> None:
        at = self.tree.place()
        if at >= 0:
            had_focus = self._remove.hasFocus() or self.tree.hasFocus()
            del self._secrets[at]
            self._draw(at)
            self.changed.emit()
            if had_focus and not self._secrets:
                self._add.setFocus()

    def _show_value(self, on: bool) -> None:  # noqa: FBT001 (a slot of `revealed`)
        self._shown.setPlainText(self._secrets[self.tree.place()].value if on else "")
        self._shown.setVisible(on)


class _Shown(QPlainTextEdit):
    """The revealed text. Nothing of it stays: hidden it is empty, and there is no undoing."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(translate("Endpoints", "The revealed secret"))
        self.setWordWrapMode(self.wordWrapMode().WrapAnywhere)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2 * GRID)
