"""The window of a comparison: two captures side by side or inline. It compares nothing itself; it says what is wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from webhook_inspector.compare.comparison import Comparison
from webhook_inspector.ui.compare_bar import CompareBar
from webhook_inspector.ui.compare_model import translate
from webhook_inspector.ui.compare_rows import Layout
from webhook_inspector.ui.compare_table import CompareTable
from webhook_inspector.ui.compare_words import summary
from webhook_inspector.ui.parts import PlainLabel, StateLine, separator
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID, code_font


class CompareWindow(QDialog):
    wanted_changed = Signal()
    """Compare again: `bar` says how."""
    view_changed = Signal()
    """Lay the same out again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = CompareBar()
        self.table = CompareTable()
        self._words = PlainLabel()
        self._remarks = StateLine("warning")
        self._titles = ("", "")
        self._build()
        self._connect()

    @property
    def words(self) -> str:
        """The sentence on how much differs."""
        return self._words.text()

    @property
    def remarks(self) -> str:
        return self._remarks.text

    def begin(self, titles: tuple[str, str]) -> None:
        """Two captures, whose comparison is under way."""
        self._titles = titles
        self.setWindowTitle(translate("Compare", "Compare {one} with {other}").format(one=titles[0], other=titles[1]))
        self.table.show_layout(Layout(), titles, side_by_side=self.bar.side_by_side)
        self.wait()
        self.table.set_code_font(code_font(self.font().pointSizeF()))
        self.show()
        self.activateWindow()
        self.table.view.setFocus()

    def wait(self) -> None:
        self._words.setText(translate("Compare", "Comparing…"))

    def show_comparison(self, comparison: Comparison, layout: Layout, *, side_by_side: bool) -> None:
        self._words.setText(summary(comparison))
        self._remarks.say(" ".join(problem_text(remark) for remark in comparison.remarks))
        self.table.show_layout(layout, self._titles, side_by_side=side_by_side)

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText("\n".join((" → ".join(self._titles), self.words, "", text)))

    def _build(self) -> None:
        self.setObjectName("compare")
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowMaximizeButtonHint)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told = QVBoxLayout()
        told.setContentsMargins(GRID, 0, GRID, GRID)
        told.setSpacing(GRID // 2)
        told.addWidget(self._words)
        told.addWidget(self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(told)
        column.addWidget(separator())
        column.addWidget(self.table, 1)
        width = self.fontMetrics().averageCharWidth()
        self.resize(160 * width, 44 * self.fontMetrics().height())

    def _connect(self) -> None:
        self.bar.wanted_changed.connect(self.wanted_changed)
        self.bar.view_changed.connect(self.view_changed)
        self.bar.copy.clicked.connect(lambda: self.copy(self.table.text()))
        self.bar.after.clicked.connect(lambda: self.table.step(1))
        self.bar.before.clicked.connect(lambda: self.table.step(-1))
        self.table.ignore_wanted.connect(self.bar.ignore)
        self.table.copy_wanted.connect(self.copy)
        self.table.moved.connect(lambda: self.bar.say_place(*self.table.place()))
        for keys, by in (("F7", 1), ("Shift+F7", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.table.step(by))
