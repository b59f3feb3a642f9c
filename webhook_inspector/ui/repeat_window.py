"""The window of repetitions: what to send, a run with its counts and latencies, and scenarios that are run again by name."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.scenarios import Scenario
from webhook_inspector.ui.form_rows import FormRows
from webhook_inspector.ui.latency_chart import LatencyChart
from webhook_inspector.ui.latency_columns import Picture
from webhook_inspector.ui.latency_words import counts, figures
from webhook_inspector.ui.parts import PlainLabel, StateLine, separator
from webhook_inspector.ui.repeat_form import RepeatForm
from webhook_inspector.ui.texts import cut, problem_text
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

NAME_LIMIT = 60


class RepeatWindow(QDialog):
    run_wanted = Signal()
    cancelled = Signal()
    save_wanted = Signal(object)
    """A `Scenario`."""
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = RepeatForm()
        self.chart = LatencyChart()
        self._scenarios = QComboBox()
        self._remove = QPushButton(translate("Repeat", "Remo&ve"))
        self._go = QPushButton(translate("Repeat", "&Run"))
        self._cancel = QPushButton(translate("Repeat", "Cancel"))
        self._progress = QProgressBar()
        self._counts = PlainLabel()
        self._figures = PlainLabel()
        self._told = {key: StateLine(key) for key in ("ok", "warning", "error")}
        self._name = QLineEdit()
        self._save = QPushButton(translate("Repeat", "Sav&e scenario"))
        self._known: tuple[Scenario, ...] = ()
        self._build(parent)
        self._connect()
        self._show_results("", "")
        self._rest()

    @property
    def words(self) -> str:
        """The sentence on how it ended, or why it did not begin."""
        return next((line.text for line in self._told.values() if line.text), "")

    @property
    def results(self) -> str:
        return "\n".join(filter(None, (self._counts.text(), self._figures.text())))

    @property
    def running(self) -> bool:
        return self._cancel.isVisibleTo(self)

    def begin(self) -> None:
        if not self.running:
            self.say()
            self._rest()
        self.show()
        self.activateWindow()
        self.form.target.setFocus()

    def show_scenarios(self, known: Sequence[Scenario]) -> None:
        """The one that is chosen stays so; its fields are left as they are."""
        before = self._scenarios.currentData()
        self._known = tuple(known)
        self._scenarios.blockSignals(True)
        self._scenarios.clear()
        self._scenarios.addItem(translate("Repeat", "none: as set below"), "")
        for one in known:
            self._scenarios.addItem(cut(visible(one.name), NAME_LIMIT), one.name)
        self._scenarios.setCurrentIndex(max(0, self._scenarios.findData(before)))
        self._scenarios.blockSignals(False)
        self._look()

    def choose(self, name: str) -> None:
        self._scenarios.setCurrentIndex(self._scenarios.findData(name))

    def run(self, total: int) -> None:
        self.say()
        self._show_results("", "")
        self.chart.show_picture(None)
        self._progress.setRange(0, total)
        self._progress.setValue(0)
        self._rest(running=True)
        self._cancel.setFocus()

    def show_picture(self, picture: Picture) -> None:
        self._progress.setValue(picture.tally.count)
        self._show_results(counts(picture.tally), figures(picture.tally.latency))
        self.chart.show_picture(picture)

    def stop(self) -> None:
        self._rest()
        self._go.setFocus()

    def say(self, state: str = "ok", text: str = "") -> None:
        """`state` is `ok`, `warning` or `error`."""
        for key, line in self._told.items():
            line.say(text if key == state else "")

    def say_problem(self, problem: Problem) -> None:
        self.say("error", visible(problem_text(problem)))

    def reject(self) -> None:
        """Esc ends what runs first, and closes then."""
        if self.running:
            self.cancelled.emit()
        else:
            super().reject()

    def _show_results(self, *texts: str) -> None:
        for label, text in zip((self._counts, self._figures), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))

    def _rest(self, *, running: bool = False) -> None:
        self._go.setVisible(not running)
        self._cancel.setVisible(running)
        self._progress.setVisible(running)
        for widget in (self.form, self._scenarios, self._name):
            widget.setEnabled(not running)
        self._look()

    def _look(self) -> None:
        """What can be saved: a selection is no filter, so it cannot be found again."""
        idle = not self.running
        self._go.setEnabled(idle and self.form.sound and bool(self.form.target.url))
        named = bool(self._name.text().strip())
        self._save.setEnabled(idle and named and self.form.sound and not self.form.by_selection)
        self._name.setPlaceholderText(
            translate("Repeat", "choose captures by a filter to save this")
            if self.form.by_selection
            else translate("Repeat", "a name for this")
        )
        self._remove.setEnabled(idle and bool(self._scenarios.currentData()))

    def _choose(self) -> None:
        name = self._scenarios.currentData()
        found = next((one for one in self._known if one.name == name), None)
        if found is not None:
            self.form.show_scenario(found)
            self._name.setText(found.name)
        self._look()

    def _ask_to_save(self) -> None:
        self.save_wanted.emit(self.form.wish(self._name.text().strip()).scenario)

    def _build(self, parent: QWidget | None) -> None:
        self.setObjectName("repeat")
        self.setWindowTitle(translate("Repeat", "Repeat"))
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowMaximizeButtonHint)
        self._progress.setAccessibleName(translate("Repeat", "Progress"))
        self._progress.setFormat("%v / %m")
        self._name.setMaxLength(NAME_LIMIT)
        self._counts.setWordWrap(True)
        for label in (self._counts, self._figures):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        above = QWidget()
        form = FormRows(above)
        form.put(0, translate("Repeat", "Sce&nario"), _beside(self._scenarios, self._remove))
        self._scenarios.setAccessibleName(translate("Repeat", "Scenario"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(above)
        column.addWidget(self.form)
        column.addWidget(_beside(self._go, self._cancel, self._progress, stretch=True))
        for line in self._told.values():
            column.addWidget(line)
        column.addWidget(self._counts)
        column.addWidget(self._figures)
        column.addWidget(self.chart, 1)
        column.addWidget(separator())
        below = QWidget()
        saving = FormRows(below)
        saving.put(0, translate("Repeat", "Name"), _beside(self._name, self._save))
        self._name.setAccessibleName(translate("Repeat", "Name of the scenario"))
        column.addWidget(below)
        width = self.fontMetrics().averageCharWidth()
        wanted = QSize(100 * width, 36 * self.fontMetrics().height())
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(wanted.boundedTo(room).boundedTo(self.screen().availableSize()))

    def _connect(self) -> None:
        self._go.setDefault(True)
        for other in (self._cancel, self._remove, self._save):
            other.setAutoDefault(False)
        self._go.clicked.connect(self.run_wanted)
        self._cancel.clicked.connect(self.cancelled)
        self._save.clicked.connect(self._ask_to_save)
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(str(self._scenarios.currentData() or "")))
        self._scenarios.currentIndexChanged.connect(self._choose)
        self._name.textChanged.connect(self._look)
        self.form.changed.connect(self._look)


def _beside(*widgets: QWidget, stretch: bool = False) -> QWidget:
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 0 if stretch or number else 1)
    if stretch:
        row.addStretch(1)
    place.setFocusProxy(widgets[0])
    return place
