"""What is repeated, to where, how often and how fast; and a scenario as these fields."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from webhook_inspector.drafts.repeating import MOST, Repetition
from webhook_inspector.scenarios import Scenario
from webhook_inspector.search.parse import parse
from webhook_inspector.ui.check_target import TargetField
from webhook_inspector.ui.form_rows import FormRows
from webhook_inspector.ui.parts import PlainLabel, StateLine
from webhook_inspector.ui.repeat_paces import PACES, choice_of
from webhook_inspector.ui.texts import number, problem_text
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

SELECTED, FILTER = "selected", "filter"


@dataclass(frozen=True, slots=True)
class Wish:
    """A run as it is asked for."""

    scenario: Scenario
    """Its name is empty where it has none yet."""
    ids: tuple[int, ...] | None
    """The captures that were selected; None: those that the filter finds."""


class RepeatForm(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = QComboBox()
        self.filter = QLineEdit()
        self.target = TargetField(translate("Repeat", "To"))
        self.sign = QCheckBox(translate("Repeat", "&Sign each again, now, with the secret of its endpoint"))
        self.times = QSpinBox()
        self.pace = QComboBox()
        self.number = QDoubleSpinBox()
        self.doubled = QCheckBox(translate("Repeat", "each t&wice in a row"))
        self.shuffled = QCheckBox(translate("Repeat", "s&huffled"))
        self._fault = StateLine("error")
        self._unit = PlainLabel()
        self._ids: tuple[int, ...] = ()
        self._build()
        self._connect()
        self._look()

    def take(self, ids: tuple[int, ...], words: str) -> None:
        """The captures that are selected, and the filter that is on: either can be repeated."""
        self._ids = ids
        self.what.blockSignals(True)
        self.what.clear()
        if ids:
            text = translate("Repeat", "the selected ones, in the order in which they came: {count}")
            self.what.addItem(text.format(count=number(len(ids))), SELECTED)
        self.what.addItem(translate("Repeat", "all captures that a filter finds, the oldest first"), FILTER)
        self.what.blockSignals(False)
        self.filter.setText(words)
        self._look()

    def show_scenario(self, saved: Scenario) -> None:
        self.what.setCurrentIndex(self.what.findData(FILTER))
        self.filter.setText(saved.filter)
        self.target.show_url(saved.to)
        self.sign.setChecked(saved.sign)
        self.show_repetition(saved.repetition)

    def show_repetition(self, repetition: Repetition) -> None:
        key, value = choice_of(repetition)
        self.pace.setCurrentIndex(self.pace.findData(key))
        if PACES[key].number:
            self.number.setValue(value)
        self.times.setValue(repetition.times)
        self.doubled.setChecked(repetition.doubled)
        self.shuffled.setChecked(repetition.shuffled)

    def wish(self, name: str = "") -> Wish:
        choice = PACES[str(self.pace.currentData())]
        plain = Repetition(
            times=self.times.value(), doubled=self.doubled.isChecked(), shuffled=self.shuffled.isChecked()
        )
        repetition = choice.apply(plain, self.number.value())
        saved = Scenario(name, self.target.url, self.filter.text().strip(), self.sign.isChecked(), repetition)
        return Wish(saved, self._ids if self.by_selection else None)

    @property
    def by_selection(self) -> bool:
        return bool(self.what.currentData() == SELECTED)

    @property
    def sound(self) -> bool:
        """Whether the filter can be understood, where there is one."""
        return self.by_selection or parse(self.filter.text()).fault is None

    def _build(self) -> None:
        form = FormRows(self)
        self.filter.setAccessibleName(translate("Repeat", "Filter"))
        self.filter.setPlaceholderText(translate("Repeat", "empty: all captures"))
        form.put(0, translate("Repeat", "&Captures"), self.what, self.filter, self._fault)
        form.put(1, translate("Repeat", "&To"), self.target, self.sign)
        for key, choice in PACES.items():
            self.pace.addItem(translate("Repeat", choice.title), key)
        form.put(2, translate("Repeat", "&Pace"), self._row(self.pace, self.number, self._unit))
        self.pace.setAccessibleName(translate("Repeat", "Pace"))
        self.times.setRange(1, MOST)
        self.times.setAccessibleName(translate("Repeat", "Times"))
        form.put(3, translate("Repeat", "Ti&mes"), self._row(self.times, self.doubled, self.shuffled))

    def _row(self, *widgets: QWidget) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        place.setFocusProxy(widgets[0])
        return place

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._look)
        self.filter.textChanged.connect(self._look)
        self.pace.currentIndexChanged.connect(self._choose_pace)
        self.target.changed.connect(self.changed)
        for box in (self.sign, self.doubled, self.shuffled):
            box.toggled.connect(self.changed)
        self.times.valueChanged.connect(self.changed)
        self.number.valueChanged.connect(self.changed)
        self._choose_pace()

    def _choose_pace(self) -> None:
        choice = PACES[str(self.pace.currentData())]
        words = translate("Repeat", choice.number) if choice.number else ""
        for widget in (self.number, self._unit):
            widget.setVisible(bool(words))
        self._unit.setText(words)
        self.number.setAccessibleName(words)
        self.number.setDecimals(choice.decimals)
        self.number.setRange(0.1 if choice.decimals else 1, choice.most)
        self.number.setValue(choice.usual)
        self.changed.emit()

    def _look(self) -> None:
        self.filter.setVisible(not self.by_selection)
        fault = None if self.by_selection else parse(self.filter.text()).fault
        self._fault.say("" if fault is None else problem_text(fault.problem))
        self.changed.emit()
