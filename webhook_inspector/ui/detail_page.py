"""The six tabs of the details: which pane each has, and the place that holds it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStackedWidget

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.pane_body import BodyPane
from webhook_inspector.ui.pane_deliveries import DeliveriesPane
from webhook_inspector.ui.pane_headers import HeadersPane
from webhook_inspector.ui.pane_overview import OverviewPane
from webhook_inspector.ui.pane_raw import RawPane
from webhook_inspector.ui.pane_signature import SignaturePane
from webhook_inspector.ui.parts import Hint
from webhook_inspector.ui.workshop import Tools

Pane = OverviewPane | HeadersPane | BodyPane | SignaturePane | DeliveriesPane | RawPane


@dataclass(frozen=True, slots=True)
class Tab:
    title: str
    make: Callable[[Tools], Pane]


TABS: tuple[Tab, ...] = (
    Tab(QT_TRANSLATE_NOOP("Detail", "Overview"), OverviewPane),
    Tab(QT_TRANSLATE_NOOP("Detail", "Headers"), HeadersPane),
    Tab(QT_TRANSLATE_NOOP("Detail", "Body"), BodyPane),
    Tab(QT_TRANSLATE_NOOP("Detail", "Signature"), SignaturePane),
    Tab(QT_TRANSLATE_NOOP("Detail", "Deliveries"), DeliveriesPane),
    Tab(QT_TRANSLATE_NOOP("Detail", "Raw"), RawPane),
)
"""In the order of the window; their English titles are a contract with whoever drives it from outside."""


class Page(QStackedWidget):
    """A tab's place: its pane, made when it is first needed, or a sentence."""

    def __init__(self, tab: Tab, tools: Tools) -> None:
        super().__init__()
        self.tab = tab
        self.pane: Pane | None = None
        self.filled_with: Loaded | None = None
        self._tools = tools
        self._hint = Hint()
        self._font = self.font()
        self.addWidget(self._hint)

    @property
    def words(self) -> str:
        """The sentence that is shown instead of the pane, or nothing."""
        return self._hint.text if self.currentWidget() is self._hint else ""

    async def fill(self, loaded: Loaded) -> None:
        if self.filled_with is not loaded:
            self.filled_with = None
            await self._made().fill(loaded)
            self.filled_with = loaded
        self.setCurrentWidget(self._made())

    def say(self, words: str) -> None:
        self.filled_with = None
        self._hint.say(words)
        self.setCurrentWidget(self._hint)

    def set_code_font(self, font: QFont) -> None:
        self._font = font
        if self.pane is not None:
            self.pane.set_code_font(font)

    def _made(self) -> Pane:
        if self.pane is None:
            self.pane = self.tab.make(self._tools)
            self.pane.set_code_font(self._font)
            self.addWidget(self.pane)
        return self.pane
