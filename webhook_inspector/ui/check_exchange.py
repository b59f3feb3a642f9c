"""An attempt as it went over the wire: the exact request on one side, the exact response on the other."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.text import visible
from webhook_inspector.ui.body_view import BodyView
from webhook_inspector.ui.loaded import Loaded
from webhook_inspector.ui.parts import PlainLabel
from webhook_inspector.ui.raw_text import RawText, prepare
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate
NO_TEXT = RawText((), (), (), ())


@dataclass(frozen=True, slots=True)
class Exchange:
    request: RawText
    response: RawText
    """Without lines where there was none."""


def exchange_of(attempt: Attempt) -> Exchange:
    """Laid out for reading; not on the window's thread, as bodies may be large."""
    request = laid_out(attempt.sent_head, attempt.sent_body, len(attempt.sent_body))
    answer = attempt.response
    if answer is None:
        return Exchange(request, NO_TEXT)
    return Exchange(request, laid_out(answer.head, answer.body, answer.body_size))


def laid_out(head: bytes, body: bytes, size: int) -> RawText:
    """A request or a response; `size` is that of the whole body, of which this may be the first part."""
    whole = max(size, len(body))
    capture = Capture(0, "", "http", head, body, body_size=whole)
    return prepare(Loaded(Record(capture, 0), whole))


class ExchangeView(QSplitter):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.request = BodyView()
        self.response = BodyView()
        self._title = PlainLabel()
        self.setChildrenCollapsible(False)
        self.addWidget(_side(PlainLabel(translate("Sending", "Request as it was sent")), self.request))
        self.addWidget(_side(self._title, self.response))
        self.request.setAccessibleName(translate("Sending", "Request as it was sent"))
        self.clear()

    def clear(self) -> None:
        self._show(Exchange(NO_TEXT, NO_TEXT), translate("Sending", "Response"))

    def show_exchange(self, attempt: Attempt, exchange: Exchange) -> None:
        problem = "" if attempt.problem is None else visible(problem_text(attempt.problem))
        peer = translate("Sending", "Response from {peer}").format(peer=attempt.peer)
        self._show(exchange, problem or (peer if attempt.peer else translate("Sending", "Response")))

    def set_code_font(self, font: QFont) -> None:
        self.request.set_code_font(font)
        self.response.set_code_font(font)

    def _show(self, exchange: Exchange, title: str) -> None:
        self._title.setText(title)
        self.response.setAccessibleName(title)
        for view, text in ((self.request, exchange.request), (self.response, exchange.response)):
            view.show_lines(text.lines, text.spans, numbered=False)
            view.draw_rules(text.rules)


def _side(title: PlainLabel, view: BodyView) -> QWidget:
    side = QWidget()
    title.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
    title.setWordWrap(True)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(title)
    column.addWidget(view, 1)
    return side
