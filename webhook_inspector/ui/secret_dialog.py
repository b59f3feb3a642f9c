"""Asks for one secret: its label, the text, and until when it counts. What the pasted text looks like is said at once."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.core.secret import Secret
from webhook_inspector.signatures.pasted import remark
from webhook_inspector.ui.form_rows import FormRows, remark_label
from webhook_inspector.ui.parts import PlainLabel, StateLine
from webhook_inspector.ui.secret_field import SecretField
from webhook_inspector.ui.secret_words import free_label, hidden
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_WIDTH = 56
"""Characters."""


class SecretDialog(QDialog):
    given = Signal(object)
    """A `Secret`, whole; its endpoint is that of the one before it, or empty."""

    def __init__(self, parent: QWidget, scheme: str, taken: tuple[str, ...], before: Secret | None = None) -> None:
        """`taken` are the labels of the endpoint's other secrets."""
        super().__init__(parent)
        self._scheme = scheme
        self._taken = taken
        self._before = before
        self._label = QLineEdit(before.label if before else free_label(taken))
        self._label_problem = StateLine("error")
        self._field = SecretField()
        self._remark = StateLine("warning")
        self._ends = QCheckBox(translate("Endpoints", "at the en&d of"))
        self._day = QDateEdit()
        self._key_id = QLineEdit(before.key_id if before else "")
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self._column = QVBoxLayout(self)
        self._build()
        self._show_end()
        self._look()

    def done(self, result: int) -> None:
        """However it ends, the text does not stay in the field."""
        secret = self._secret() if result == QDialog.DialogCode.Accepted else None
        self._field.forget()
        super().done(result)
        if secret is not None:
            self.given.emit(secret)

    def event(self, event: QEvent) -> bool:
        """What is said below a field makes the dialog higher: Qt alone would squeeze sentences of several lines."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))
        return handled

    def _build(self) -> None:
        self.setWindowTitle(
            translate("Endpoints", "Edit secret") if self._before else translate("Endpoints", "Add secret")
        )
        if self._before:
            text = translate("Endpoints", "unchanged: {hidden}")
            self._field.line.setPlaceholderText(text.format(hidden=hidden(self._before.value)))
        else:
            self._field.line.setPlaceholderText(translate("Endpoints", "paste it here"))
        fields = QWidget()
        form = FormRows(fields)
        form.put(0, translate("Endpoints", "&Secret"), self._field, self._remark)
        form.put(1, translate("Endpoints", "La&bel"), self._label, self._label_problem)
        form.put(2, translate("Endpoints", "Expires"), self._when())
        form.put(3, translate("Endpoints", "&Key id"), self._key_id, remark_label(_key_id_words()))
        self._column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(2 * GRID)
        self._column.addWidget(fields)
        self._column.addStretch(1)
        self._column.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH + 4 * GRID)
        self._field.changed.connect(self._look)
        self._label.textChanged.connect(self._look)
        self._ends.toggled.connect(self._day.setEnabled)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._field.setFocus()

    def _when(self) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._ends)
        row.addWidget(self._day)
        row.addWidget(PlainLabel("UTC"))
        row.addStretch(1)
        self._day.setCalendarPopup(True)
        self._day.setAccessibleName(translate("Endpoints", "Last day"))
        place.setFocusProxy(self._ends)
        return place

    def _show_end(self) -> None:
        day = self._before.expires if self._before else None
        self._ends.setChecked(day is not None)
        self._day.setEnabled(day is not None)
        self._day.setDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate().addDays(1))

    def _value(self) -> str:
        """What was typed, or what was there before."""
        return self._field.value() or (self._before.value if self._before else "")

    def _secret(self) -> Secret:
        day = self._day.date()
        return Secret(
            self._before.endpoint if self._before else "",
            self._label.text().strip(),
            self._value(),
            date(day.year(), day.month(), day.day()) if self._ends.isChecked() else None,
            self._key_id.text().strip(),
        )

    def _look(self) -> None:
        value, label = self._value(), self._label.text().strip()
        found = remark(value, self._scheme) if value else None
        self._remark.say(problem_text(found) if found else "")
        problem = ""
        if not label:
            problem = translate("Endpoints", "Give it a label, to tell it from others.")
        elif label in self._taken:
            problem = translate("Endpoints", "Another secret of this endpoint has this label.")
        self._label_problem.say(problem)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(value) and not problem)


def _key_id_words() -> str:
    return translate("Endpoints", "Only where requests name their key, as in tokens and HTTP signatures.")
