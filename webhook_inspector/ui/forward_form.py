"""The form of one forward rule. What is wrong is said below the field, while it is typed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from webhook_inspector.core.endpoint import normal_path
from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.forwards import MOST_AGE, MOST_ATTEMPTS, MOST_TIMEOUT
from webhook_inspector.search.parse import parse
from webhook_inspector.ui.form_rows import FormRows, remark_label
from webhook_inspector.ui.forward_words import (
    MODES,
    age_text,
    headers_fault,
    headers_of,
    headers_text,
    name_fault,
    names_fault,
    names_of,
    targets_fault,
    targets_of,
)
from webhook_inspector.ui.list_form import ListForm
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_FAULTY = ("name", "targets", "filter", "set_headers", "drop_headers")


class ForwardForm(ListForm):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.targets = _lines(2)
        self.endpoint = QLineEdit()
        self.filter = QLineEdit()
        self.mode = QComboBox()
        self.fallback = _spin(200, 599)
        self.timeout = _spin(1, MOST_TIMEOUT, translate("Forwards", " s"))
        self.attempts = _spin(1, MOST_ATTEMPTS)
        self.age = _spin(1, MOST_AGE, translate("Forwards", " s"))
        self.set_headers = _lines(2)
        self.drop_headers = QLineEdit()
        self.sign = QCheckBox(translate("Forwards", "Sign it a&gain, with the endpoint's scheme and secret"))
        self.in_order = QCheckBox(translate("Forwards", "In &order: each capture only after the one before it"))
        self.private = QCheckBox(translate("Forwards", "Public names may lead to addresses of this net&work"))
        self.paused = QCheckBox(translate("Forwards", "Pa&used: captures are queued, nothing is sent"))
        self._faults = {name: StateLine("error") for name in _FAULTY}
        self._age_words = remark_label()
        self._build()
        self._connect()

    def show_rule(self, rule: ForwardRule, others: tuple[str, ...]) -> None:
        """`others` are the names of the other rules."""
        self._others = others
        before = self.blockSignals(True)
        self.name.setText(rule.name)
        self.targets.setPlainText("\n".join(rule.targets))
        self.endpoint.setText(rule.endpoint)
        self.filter.setText(rule.filter)
        self.mode.setCurrentIndex(self.mode.findData(rule.mode))
        self.fallback.setValue(rule.fallback)
        self.timeout.setValue(rule.timeout)
        self.attempts.setValue(rule.attempts)
        self.age.setValue(rule.age)
        self.set_headers.setPlainText(headers_text(rule.set_headers))
        self.drop_headers.setText(", ".join(rule.drop_headers))
        for box, on in ((self.sign, rule.sign), (self.in_order, rule.in_order)):
            box.setChecked(on)
        self.private.setChecked(rule.private)
        self.paused.setChecked(rule.paused)
        self.blockSignals(before)
        self._look()
        self.ensureVisible(0, 0)

    def rule(self) -> ForwardRule:
        """As it is filled in."""
        return ForwardRule(
            name=self.name.text().strip(),
            targets=targets_of(self.targets.toPlainText()),
            endpoint=normal_path(self.endpoint.text().strip() or "/"),
            filter=self.filter.text().strip(),
            mode=Mode(self.mode.currentData()),
            set_headers=headers_of(self.set_headers.toPlainText()),
            drop_headers=names_of(self.drop_headers.text()),
            sign=self.sign.isChecked(),
            in_order=self.in_order.isChecked(),
            attempts=self.attempts.value(),
            age=self.age.value(),
            timeout=self.timeout.value(),
            fallback=self.fallback.value(),
            private=self.private.isChecked(),
            paused=self.paused.isChecked(),
        )

    def complete(self) -> bool:
        return not any(line.text for line in self._faults.values())

    def faults(self) -> dict[str, str]:
        """What is said below which field."""
        return {name: line.text for name, line in self._faults.items() if line.text}

    def enter(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def _build(self) -> None:
        for mode, words in MODES:
            self.mode.addItem(translate("Forwards", words), mode)
        self.targets.setPlaceholderText("http://localhost:3000/webhooks")
        self.endpoint.setPlaceholderText("/")
        self.filter.setPlaceholderText(
            translate("Forwards", "all captures; for example {filter}").format(filter="sig:valid")
        )
        self.set_headers.setPlaceholderText("X-Env: test")
        self.drop_headers.setPlaceholderText("Cookie, Authorization")
        form = FormRows(self._inside)
        for row, (text, field, below) in enumerate(self._rows()):
            form.put(row, text, field, *below)
        self._hold((self.sign, self.in_order, self.private, self.paused))

    def _rows(self) -> tuple[tuple[str, QWidget, tuple[QWidget, ...]], ...]:
        faults = self._faults
        targets = translate(
            "Forwards", "One address a line. One without a path keeps the path and query of the capture."
        )
        proxied = translate("Forwards", "What the sender gets where the first target cannot be reached or is too slow.")
        return (
            (translate("Forwards", "&Name"), self.name, (faults["name"],)),
            (translate("Forwards", "&Targets"), self.targets, (faults["targets"], remark_label(targets))),
            (translate("Forwards", "&Endpoint"), self.endpoint, ()),
            (translate("Forwards", "&Filter"), self.filter, (faults["filter"],)),
            (translate("Forwards", "&Mode"), self.mode, ()),
            (translate("Forwards", "Fall&back status"), self.fallback, (remark_label(proxied),)),
            (translate("Forwards", "T&ime-out"), self.timeout, ()),
            (translate("Forwards", "Most attem&pts"), self.attempts, ()),
            (translate("Forwards", "Gi&ve up after"), self.age, (self._age_words,)),
            (translate("Forwards", "Set &headers"), self.set_headers, (faults["set_headers"],)),
            (translate("Forwards", "&Drop headers"), self.drop_headers, (faults["drop_headers"],)),
        )

    def _connect(self) -> None:
        for text in (self.name, self.endpoint, self.filter, self.drop_headers):
            text.textChanged.connect(self._changed)
        for lines in (self.targets, self.set_headers):
            lines.textChanged.connect(self._changed)
        for number in (self.fallback, self.timeout, self.attempts, self.age):
            number.valueChanged.connect(self._changed)
        for box in (self.sign, self.in_order, self.private, self.paused):
            box.toggled.connect(self._changed)
        self.mode.currentIndexChanged.connect(self._changed)
        self.endpoint.editingFinished.connect(self._settle_endpoint)

    def _settle_endpoint(self) -> None:
        """Shows the path as it will be kept."""
        self.endpoint.setText(normal_path(self.endpoint.text().strip() or "/"))

    def _look(self) -> None:
        rule, fault = self.rule(), parse(self.filter.text().strip()).fault
        self._faults["name"].say(name_fault(rule.name, self._others))
        self._faults["targets"].say(targets_fault(rule.targets))
        self._faults["filter"].say("" if fault is None else problem_text(fault.problem))
        self._faults["set_headers"].say(headers_fault(self.set_headers.toPlainText()))
        self._faults["drop_headers"].say(names_fault(rule.drop_headers))
        self._age_words.setText(age_text(rule.age))
        self.fallback.setEnabled(rule.mode is Mode.PROXY)


def _lines(count: int) -> QPlainTextEdit:
    """For a few lines; the Tab key leaves it."""
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    field.setFixedHeight((count + 1) * field.fontMetrics().lineSpacing() + 2 * GRID)
    return field


def _spin(low: int, high: int, unit: str = "") -> QSpinBox:
    field = QSpinBox()
    field.setRange(low, high)
    field.setSuffix(unit)
    field.setGroupSeparatorShown(bool(unit))
    return field
