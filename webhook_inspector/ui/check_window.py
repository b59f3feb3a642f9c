"""The window of a handler check: where to, the grid of answers, the verdict in a sentence, and the exact bytes of each row."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.drafts.check_report import WRITERS
from webhook_inspector.drafts.checking import Report, Trial
from webhook_inspector.handler_check import Tried
from webhook_inspector.ui.check_exchange import ExchangeView
from webhook_inspector.ui.check_table import CheckTable
from webhook_inspector.ui.check_target import TargetField
from webhook_inspector.ui.form_rows import FormRows
from webhook_inspector.ui.parts import PlainLabel, StateLine, separator
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID, code_font

translate = QCoreApplication.translate

FORMATS = {
    "text": (QT_TRANSLATE_NOOP("Check", "Text"), ".txt"),
    "markdown": (QT_TRANSLATE_NOOP("Check", "Markdown"), ".md"),
    "json": (QT_TRANSLATE_NOOP("Check", "JSON"), ".json"),
}
"""Of a report: title, and how its files end."""


class CheckWindow(QDialog):
    wanted = Signal()
    """Check the handler at the address of `target`."""
    cancelled = Signal()
    save_wanted = Signal(str, str)
    """A report as text, and how its file ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = TargetField(translate("Check", "Handler"))
        self.table = CheckTable()
        self.exchange = ExchangeView()
        self.report: Report | None = None
        self._about = PlainLabel()
        self._go = QPushButton(translate("Check", "Chec&k"))
        self._cancel = QPushButton(translate("Check", "Cancel"))
        self._progress = QProgressBar()
        self._sums = {key: StateLine(key) for key in ("ok", "warning", "error")}
        self._format = QComboBox()
        self._copy = QPushButton(translate("Check", "&Copy report"))
        self._save = QPushButton(translate("Check", "&Save report…"))
        self._build(parent)
        self._connect()
        self._rest()

    @property
    def words(self) -> str:
        """The sentence on all answers, or why there are none."""
        return next((line.text for line in self._sums.values() if line.text), "")

    @property
    def running(self) -> bool:
        return self._cancel.isVisibleTo(self)

    def begin(self, title: str, about: str) -> None:
        """For something that nothing was sent of yet."""
        self.setWindowTitle(translate("Check", "Check the handler: {title}").format(title=title))
        self._about.setText(about)
        self.table.rows.begin(())
        self._say()
        self.report = None
        self.exchange.set_code_font(code_font(self.font().pointSizeF()))
        self._rest()
        self.show()
        self.activateWindow()
        self.target.setFocus()
        self.target.line.selectAll()

    def run(self, trials: tuple[Trial, ...]) -> None:
        self.report = None
        self._say()
        self.table.rows.begin([one.variant for one in trials])
        self._progress.setRange(0, len(trials))
        self._progress.setValue(0)
        self._rest(running=True)
        self._cancel.setFocus()

    def add(self, tried: Tried) -> None:
        self.table.rows.add(tried)
        self._progress.setValue(self._progress.value() + 1)

    def show_report(self, report: Report) -> None:
        self.report = report
        self.table.rows.show_report(report)
        self._say("ok" if report.fine else "error", report.summary)
        self._rest()
        self.table.setFocus()

    def stop(self, problem: Problem | None = None) -> None:
        """It was cancelled, or could not go on."""
        if problem is not None:
            self._say("error", problem)
        self._rest()

    def written(self) -> str:
        """The report in the chosen form."""
        return "" if self.report is None else WRITERS[str(self._format.currentData())](self.report)

    def reject(self) -> None:
        """Esc ends what runs first, and closes then."""
        if self.running:
            self.cancelled.emit()
        else:
            super().reject()

    def _say(self, state: str = "ok", problem: Problem | None = None) -> None:
        for key, line in self._sums.items():
            line.say(visible(problem_text(problem)) if problem is not None and key == state else "")

    def _rest(self, *, running: bool = False) -> None:
        self._go.setVisible(not running)
        self._cancel.setVisible(running)
        self._progress.setVisible(running)
        self.target.line.setReadOnly(running)
        for widget in (self._copy, self._save, self._format):
            widget.setEnabled(self.report is not None)

    def _build(self, parent: QWidget | None) -> None:
        self.setObjectName("check")
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowMaximizeButtonHint)
        self._about.setWordWrap(True)
        self._progress.setAccessibleName(translate("Check", "Progress"))
        self._progress.setFormat("%v / %m")
        self._format.setAccessibleName(translate("Check", "Form of the report"))
        for key, (title, _suffix) in FORMATS.items():
            self._format.addItem(translate("Check", title), key)
        fields = QWidget()
        form = FormRows(fields)
        form.put(0, translate("Check", "&Handler"), self.target, self._about)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._go)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._progress)
        buttons.addStretch(1)
        for widget in (self._format, self._copy, self._save):
            buttons.addWidget(widget)
        above = QVBoxLayout()
        above.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        above.setSpacing(GRID)
        above.addWidget(fields)
        above.addLayout(buttons)
        for line in self._sums.values():
            above.addWidget(line)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.exchange)
        split.setStretchFactor(1, 1)
        split.setSizes([290, 250])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(separator())
        column.addWidget(split, 1)
        width = self.fontMetrics().averageCharWidth()
        wanted = QSize(165 * width, 42 * self.fontMetrics().height())
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(wanted.boundedTo(room).boundedTo(self.screen().availableSize()))

    def _connect(self) -> None:
        self._go.setDefault(True)
        for other in (self._cancel, self._copy, self._save):
            other.setAutoDefault(False)
        self._go.clicked.connect(self.wanted)
        self._cancel.clicked.connect(self.cancelled)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.written()))
        self._save.clicked.connect(
            lambda: self.save_wanted.emit(self.written(), FORMATS[str(self._format.currentData())][1])
        )
