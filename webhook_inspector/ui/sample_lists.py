"""The sample events to choose from: providers, the events of the chosen one, and a line that searches both."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from webhook_inspector.providers.table import PROVIDERS
from webhook_inspector.samples.sample import Sample
from webhook_inspector.samples.table import SAMPLES
from webhook_inspector.ui.texts import plain_tooltip
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate
_KEY = Qt.ItemDataRole.UserRole
_DOWN = {Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp}


def provider_title(key: str) -> str:
    row = PROVIDERS.get(key)
    return key if row is None else row.title


def providers() -> list[tuple[str, str]]:
    """Keys with titles, by title."""
    keys = dict.fromkeys(sample.provider for sample in SAMPLES)
    return sorted(((key, provider_title(key)) for key in keys), key=lambda one: one[1].casefold())


def event_title(sample: Sample) -> str:
    return translate("Samples", sample.title)


def matching(words: str) -> list[Sample]:
    """Those in whose provider, event or title each of the words occurs."""
    wanted = words.casefold().split()
    return [sample for sample in SAMPLES if all(word in _text(sample) for word in wanted)]


def _text(sample: Sample) -> str:
    parts = (sample.provider, provider_title(sample.provider), sample.event, event_title(sample))
    return " ".join(parts).casefold()


class SampleLists(QWidget):
    picked = Signal()
    """Another sample is chosen, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = _Search()
        self.providers = QListWidget()
        self.events = QListWidget()
        self._found: list[Sample] = []
        self._build()
        self._look()

    def sample(self) -> Sample | None:
        item = self.events.currentItem()
        found: Sample | None = None if item is None else item.data(_KEY)
        return found

    def choose(self, provider: str) -> None:
        """Its first event, whatever was searched for before."""
        self.search.clear()
        keys = [self.providers.item(row).data(_KEY) for row in range(self.providers.count())]
        if provider in keys:
            self.providers.setCurrentRow(keys.index(provider))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for one in (self.providers, self.events):
            one.scrollTo(one.currentIndex())

    def _build(self) -> None:
        self.search.setPlaceholderText(translate("Samples", "Search providers and events"))
        self.search.setAccessibleName(translate("Samples", "Search providers and events"))
        self.search.setClearButtonEnabled(True)
        self.providers.setAccessibleName(translate("Samples", "Providers"))
        self.events.setAccessibleName(translate("Samples", "Events"))
        width = self.fontMetrics().averageCharWidth()
        self.providers.setMinimumWidth(18 * width)
        self.events.setMinimumWidth(30 * width)
        self.events.setSpacing(GRID // 4)
        for one in (self.providers, self.events):
            one.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            one.setTextElideMode(Qt.TextElideMode.ElideRight)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.providers, 2)
        row.addWidget(self.events, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addLayout(row, 1)
        self.search.moved.connect(self.events.keyPressEvent)
        self.search.textChanged.connect(self._look)
        self.providers.currentRowChanged.connect(lambda _row: self._fill_events())
        self.events.currentRowChanged.connect(lambda _row: self.picked.emit())

    def _look(self) -> None:
        """Keeps what is chosen, where it is still among what is found."""
        before = self.sample()
        self._found = matching(self.search.text())
        keys = {sample.provider for sample in self._found}
        shown = [(key, title) for key, title in providers() if key in keys]
        self.providers.blockSignals(True)
        self.providers.clear()
        for key, title in shown:
            item = QListWidgetItem(title)
            item.setData(_KEY, key)
            self.providers.addItem(item)
        place = next((row for row, one in enumerate(shown) if before is not None and one[0] == before.provider), 0)
        self.providers.setCurrentRow(place if shown else -1)
        self.providers.blockSignals(False)
        self._fill_events(before)

    def _fill_events(self, before: Sample | None = None) -> None:
        item = self.providers.currentItem()
        shown = [one for one in self._found if item is not None and one.provider == item.data(_KEY)]
        self.events.blockSignals(True)
        self.events.clear()
        for sample in shown:
            line = QListWidgetItem(f"{sample.event}\n{event_title(sample)}")
            line.setData(_KEY, sample)
            words = f"{sample.event} · {event_title(sample)}"
            line.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            line.setToolTip(plain_tooltip(words))
            self.events.addItem(line)
        self.events.setCurrentRow(shown.index(before) if before in shown else 0 if shown else -1)
        self.events.blockSignals(False)
        self.picked.emit()


class _Search(QLineEdit):
    moved = Signal(object)
    """A key that moves in the list of events."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWN:
            self.moved.emit(event)
        else:
            super().keyPressEvent(event)
