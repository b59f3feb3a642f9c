"""Sends a sample event: which one, to where, with which secret, and what exactly will go out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.check_target import TargetField
from webhook_inspector.ui.form_rows import FormRows, remark_label
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.sample_lists import SampleLists
from webhook_inspector.ui.sample_order import Order, Source
from webhook_inspector.ui.sample_preview import Preview
from webhook_inspector.ui.secret_field import SecretField
from webhook_inspector.ui.theme import GRID, code_font

translate = QCoreApplication.translate


class SampleDialog(QDialog):
    changed = Signal()
    """Something else is asked for than before: the preview is old."""
    send_wanted = Signal()
    editor_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = SampleLists()
        self.target = TargetField(translate("Samples", "Address"))
        self.source = QComboBox()
        self.secret = SecretField()
        self.preview = BodyView()
        self._plan = remark_label()
        self._results = {key: StateLine(key) for key in ("ok", "warning", "error")}
        self._send = QPushButton(translate("Samples", "&Send"))
        self._editor = QPushButton(translate("Samples", "&Open in editor"))
        self._close = QPushButton(translate("Samples", "Close"))
        self._build(parent)
        self._connect()

    def order(self) -> Order | None:
        """None while no sample is chosen."""
        sample = self.lists.sample()
        if sample is None:
            return None
        source = Source(self.source.currentData() or Source.NONE)
        return Order(sample, self.target.url, source, self.secret.value() if source is Source.PASTED else "")

    def offer_sources(self, sources: Sequence[tuple[Source, str]]) -> None:
        """With their titles; the one that is chosen stays if it is among them, else the first is."""
        before = self.source.currentData()
        self.source.blockSignals(True)
        self.source.clear()
        for source, title in sources:
            self.source.addItem(title, str(source))
        self.source.setCurrentIndex(max(0, self.source.findData(before)))
        self.source.setEnabled(len(sources) > 1)
        self.source.blockSignals(False)
        self.secret.setVisible(self.source.currentData() == Source.PASTED)

    def show_plan(self, words: str) -> None:
        """What sending changes beside what it sends."""
        self._plan.setText(words)
        self._plan.setVisible(bool(words))

    def show_preview(self, preview: Preview) -> None:
        self.preview.show_lines(preview.lines, preview.spans, numbered=False)
        self.preview.draw_rules(preview.rules)

    def say(self, state: str, text: str) -> None:
        """The result in one line; `state` is `ok`, `warning` or `error`."""
        for key, line in self._results.items():
            line.say(text if key == state else "")

    @property
    def words(self) -> str:
        return next((line.text for line in self._results.values() if line.text), "")

    def set_sending(self, on: bool) -> None:  # noqa: FBT001
        self._send.setEnabled(not on)

    def done(self, result: int) -> None:
        """However it ends, a pasted secret does not stay in the field."""
        self.secret.forget()
        super().done(result)

    def _build(self, parent: QWidget | None) -> None:
        self.setObjectName("sample")
        self.setWindowTitle(translate("Samples", "Send a sample event"))
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowMaximizeButtonHint)
        self.preview.setAccessibleName(translate("Samples", "What is sent"))
        self.preview.set_code_font(code_font(self.font().pointSizeF()))
        self.secret.line.setPlaceholderText(translate("Samples", "paste it here"))
        secret = QWidget()
        column = QVBoxLayout(secret)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.source)
        column.addWidget(self.secret)
        secret.setFocusProxy(self.source)
        fields = QWidget()
        form = FormRows(fields)
        form.put(0, translate("Samples", "&Address"), self.target)
        form.put(1, translate("Samples", "S&ecret"), secret, self._plan)
        self.source.setAccessibleName(translate("Samples", "Secret"))
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(GRID, 0, 0, 0)
        beside.setSpacing(GRID)
        beside.addWidget(fields)
        beside.addWidget(self.preview, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.lists)
        split.addWidget(right)
        split.setSizes([95, 105])
        split.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        outer.setSpacing(GRID)
        outer.addWidget(split, 1)
        for line in self._results.values():
            outer.addWidget(line)
        outer.addLayout(self._buttons())
        width = self.fontMetrics().averageCharWidth()
        wanted = QSize(165 * width, 38 * self.fontMetrics().height())
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(wanted.boundedTo(room).boundedTo(self.screen().availableSize()))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for button in (self._editor, self._send, self._close):
            row.addWidget(button)
            button.setAutoDefault(button is self._send)
        self._send.setDefault(True)
        return row

    def _connect(self) -> None:
        self.lists.picked.connect(self.changed)
        self.target.changed.connect(self.changed)
        self.source.currentIndexChanged.connect(self._choose_source)
        self.secret.changed.connect(self.changed)
        self._send.clicked.connect(self.send_wanted)
        self._editor.clicked.connect(self.editor_wanted)
        self._close.clicked.connect(self.reject)

    def _choose_source(self) -> None:
        self.secret.setVisible(self.source.currentData() == Source.PASTED)
        self.changed.emit()
