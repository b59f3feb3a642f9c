"""The tabs of a draft: headers, query, body, signature, options; what they hold, and where a fault is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from webhook_inspector.drafts.fault import Fault, Where
from webhook_inspector.drafts.prepare import Prepared
from webhook_inspector.ui.editor_body import BodyPart
from webhook_inspector.ui.editor_body_text import content_type_of
from webhook_inspector.ui.editor_headers import HeadersPart
from webhook_inspector.ui.editor_headers_model import NAME, VALUE
from webhook_inspector.ui.editor_options import OptionsForm
from webhook_inspector.ui.editor_pairs_table import PairsTable
from webhook_inspector.ui.editor_signing_form import SigningForm
from webhook_inspector.ui.editor_words import body_text
from webhook_inspector.ui.flat_tabs import FlatTabs
from webhook_inspector.ui.texts import number, problem_text
from webhook_inspector.ui.workshop import Tools

translate = QCoreApplication.translate

_HEADERS, _QUERY, _BODY, _SIGNING = range(4)
_TABS = {
    Where.HEADER_NAME: _HEADERS,
    Where.HEADER_VALUE: _HEADERS,
    Where.BODY: _BODY,
    Where.SIGNING: _SIGNING,
}


class DraftTabs(FlatTabs):
    edited = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headers = HeadersPart()
        self.query = PairsTable(translate("Editor", "Query of the draft"))
        self.body = BodyPart(tools, lambda: content_type_of(self.headers.fields()))
        self.signing = SigningForm()
        self.options = OptionsForm()
        self.setAccessibleName(translate("Editor", "Draft"))
        titles = (
            (self.headers, translate("Editor", "Headers")),
            (self.query, translate("Editor", "Query")),
            (self.body, translate("Editor", "Body")),
            (self.signing, translate("Editor", "Signature")),
            (self.options, translate("Editor", "Options")),
        )
        self._titles = [title for _, title in titles]
        for part, title in titles:
            self.addTab(part, title)
        self.setCurrentWidget(self.body)
        self.headers.edited.connect(self._headers_changed)
        self.body.edited.connect(self.edited)
        self.signing.edited.connect(self.edited)
        self.options.edited.connect(self.edited)

    def show_prepared(self, prepared: Prepared) -> None:
        """What would be sent, and every fault at its place."""
        faults = {one.row: problem_text(one.problem) for one in prepared.faults if one.row >= 0}
        self.headers.show_lines(prepared.lines, faults)
        self.signing.fault.say(_said(prepared.faults, Where.SIGNING))
        self.signing.remarks.say("\n".join(map(problem_text, prepared.remarks)))
        self.body.say(_said(prepared.faults, Where.BODY) or body_text(prepared.body))
        sent = sum(1 for line in prepared.lines if line.sent)
        counts = {_HEADERS: number(sent), _QUERY: number(len(self.query.pairs()))}
        wrong = {_TABS[one.where] for one in prepared.faults if one.where in _TABS}
        for place, title in enumerate(self._titles):
            parts = (title, counts.get(place, ""), "✗" if place in wrong else "")
            self.setTabText(place, " ".join(part for part in parts if part))

    def go_to(self, fault: Fault) -> None:
        """A fault in a header, in the body or in how it is signed."""
        if fault.where not in _TABS:
            return
        self.setCurrentIndex(_TABS[fault.where])
        if fault.row >= 0:
            self.headers.go_to(fault.row, NAME if fault.where is Where.HEADER_NAME else VALUE)
        elif fault.where is Where.BODY:
            self.body.enter()
        else:
            self.signing.enter()

    def set_code_font(self, font: QFont) -> None:
        self.headers.set_code_font(font)
        self.query.set_code_font(font)
        self.body.set_code_font(font)

    def _headers_changed(self) -> None:
        self.body.content_type_changed()
        self.edited.emit()


def _said(faults: Sequence[Fault], where: Where) -> str:
    return "\n".join(dict.fromkeys(problem_text(one.problem) for one in faults if one.where is where))
