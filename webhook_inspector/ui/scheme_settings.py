"""The settings of a scheme as rows of a form: those that matter for the chosen scheme, and no others."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from webhook_inspector.core.endpoint import Setting
from webhook_inspector.core.problem import Problem
from webhook_inspector.signatures.setting_rows import SettingRow, read_setting, row_of, rows_for, write_setting
from webhook_inspector.signatures.tolerances import TOLERANCES
from webhook_inspector.ui.form_rows import FormRows, remark_label
from webhook_inspector.ui.parts import PlainLabel, StateLine
from webhook_inspector.ui.texts import plain_tooltip, problem_text

translate = QCoreApplication.translate

Typed = Callable[[str], None]


class SchemeSettings(QObject):
    """Keeps what was typed for every setting, so that a scheme chosen by mistake costs nothing."""

    changed = Signal()

    def __init__(self, form: FormRows, at: int) -> None:
        """`at` is the number of the first row."""
        super().__init__(form)
        self._form = form
        self._at = at
        self._scheme = ""
        self._texts: dict[str, str] = {}
        self._others: dict[str, Setting] = {}
        """Settings that the table does not know, of another version say; they stay as they are."""
        self._rows: dict[str, _Row] = {}

    def show_settings(self, scheme: str, settings: Mapping[str, Setting]) -> None:
        self._texts = {name: write_setting(value) for name, value in settings.items() if row_of(name)}
        self._others = {name: value for name, value in settings.items() if not row_of(name)}
        self.show_scheme(scheme)

    def show_scheme(self, scheme: str) -> None:
        self._scheme = scheme
        for place in range(len(self._rows)):
            self._form.drop(self._at + place)
        self._rows = {}
        for row in self._shown():
            self._rows[row.name] = self._add(row)
            self._look(row)

    def settings(self) -> dict[str, Setting]:
        """What is shown and filled in; a text that means nothing is left out, see `faulty`."""
        read = {row.name: read_setting(row, self._texts[row.name]) for row in self._shown() if self._filled(row)}
        return self._others | {name: value for name, value in read.items() if not isinstance(value, Problem)}

    def faulty(self) -> bool:
        return any(
            isinstance(read_setting(row, self._texts[row.name]), Problem) for row in self._shown() if self._filled(row)
        )

    def fields(self) -> list[QWidget]:
        """In the order in which the keyboard goes through them."""
        return [row.field for row in self._rows.values()]

    def _shown(self) -> list[SettingRow]:
        """Where the request tells the scheme, any setting that was made may come to matter."""
        shown = list(rows_for(self._scheme))
        if not self._scheme:
            known = (row_of(name) for name in self._texts)
            shown = [row for row in known if row and not row.general] + shown
        return shown

    def _filled(self, row: SettingRow) -> bool:
        return bool(self._texts.get(row.name, "").strip())

    def _add(self, row: SettingRow) -> "_Row":
        made = _Row(row, self._texts.get(row.name, ""), self._scheme, lambda text: self._typed(row, text))
        self._form.put(self._at + len(self._rows), made.label, made.field, made.help, made.problem)
        return made

    def _typed(self, row: SettingRow, text: str) -> None:
        self._texts[row.name] = text
        self._look(row)
        self.changed.emit()

    def _look(self, row: SettingRow) -> None:
        found = read_setting(row, self._texts[row.name]) if self._filled(row) else None
        self._rows[row.name].tell(problem_text(found) if isinstance(found, Problem) else "")


class _Row:
    """The widgets of one setting."""

    def __init__(self, row: SettingRow, text: str, scheme: str, typed: Typed) -> None:
        title = translate("Endpoints", row.title)
        self.field = _FIELDS.get(row.kind, _line)(row, text, scheme, typed)
        self.field.setAccessibleName(title)
        self.field.setAccessibleDescription(translate("Endpoints", row.help))
        self.field.setToolTip(plain_tooltip(row.name))
        self.label = "" if row.kind == "flag" else title
        self.help: PlainLabel = remark_label(translate("Endpoints", row.help))
        self.problem = StateLine("error")

    def tell(self, problem: str) -> None:
        self.problem.say(problem)
        self.help.setVisible(not problem)


def _line(row: SettingRow, text: str, scheme: str, typed: Typed) -> QWidget:
    field = QLineEdit(text)
    field.setPlaceholderText(_usual(row, scheme))
    field.textChanged.connect(typed)
    return field


def _flag(row: SettingRow, text: str, _scheme: str, typed: Typed) -> QWidget:
    field = QCheckBox(translate("Endpoints", row.title))
    field.setChecked(read_setting(row, text) is True)
    field.toggled.connect(lambda on: typed("true" if on else ""))
    return field


def _choice(row: SettingRow, text: str, _scheme: str, typed: Typed) -> QWidget:
    field = QComboBox()
    field.addItem(translate("Endpoints", "usual: {choice}").format(choice=row.choices[0]), "")
    for choice in row.choices:
        field.addItem(choice, choice)
    if text and text not in row.choices:
        field.addItem(text, text)
    field.setCurrentIndex(max(field.findData(text), 0))
    field.currentIndexChanged.connect(lambda _index: typed(field.currentData()))
    return field


_FIELDS: dict[str, Callable[[SettingRow, str, str, Typed], QWidget]] = {"flag": _flag, "choice": _choice}
"""By the kind of setting; all others are lines of text."""


def _usual(row: SettingRow, scheme: str) -> str:
    """What counts, or could stand here, while the line is empty."""
    if row.name == "tolerance_seconds":
        seconds = TOLERANCES.get(scheme)
        if seconds is not None:
            return translate("Endpoints", "usual: {choice}").format(choice=seconds)
        return (
            translate("Endpoints", "age is not checked")
            if scheme
            else translate("Endpoints", "as usual for the scheme")
        )
    return translate("Endpoints", "for example {example}").format(example=row.example) if row.example else ""
