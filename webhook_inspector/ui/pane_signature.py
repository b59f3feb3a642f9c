"""The pane Signature: the verdict on a capture, made anew whenever it is filled, and the reason where it is not valid."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import Rules
from webhook_inspector.doctor.doctor import diagnose
from webhook_inspector.doctor.finding import Remedy
from webhook_inspector.examine import look_around
from webhook_inspector.ui.examining import Diagnose, Examined, examine
from webhook_inspector.ui.loaded import Loaded, load_whole
from webhook_inspector.ui.signature_page import SignaturePage
from webhook_inspector.ui.texts import problem_text
from webhook_inspector.ui.workshop import Latest, Tools

translate = QCoreApplication.translate


class SignaturePane(QScrollArea):
    def __init__(self, tools: Tools, parent: QWidget | None = None, *, doctor: Diagnose = diagnose) -> None:
        super().__init__(parent)
        self.page = SignaturePage(tools)
        self._tools = tools
        self._doctor = doctor
        self._loaded: Loaded | None = None
        self._endpoint = ""
        self._round = 0
        self._verifying = Latest(tools.tasks, "verify a signature again")
        self._asking = Latest(tools.tasks, "look for the reason")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its texts take the focus and scroll into sight
        self.setWidget(self.page)
        self._connect()

    async def fill(self, loaded: Loaded) -> None:
        """What was begun for another capture ends."""
        self._verifying.stop()
        await self._verify(loaded)

    def set_code_font(self, font: QFont) -> None:
        self.page.set_code_font(font)

    @Slot()
    def check_again(self) -> None:
        """By the rules of now."""
        if self._loaded is not None:
            self._verifying.start(self._verify(self._loaded))

    async def _verify(self, loaded: Loaded) -> None:
        self._asking.stop()
        self._round += 1
        mine, rules = self._round, self._tools.judging.rules
        try:
            examined = await self._examine(loaded, rules)
        except KnownError as error:
            self.page.say(problem_text(error.problem), "fail")
            return
        if mine != self._round:
            return  # another capture, or other rules, in the meantime
        self._loaded = loaded
        if examined is None:
            self.page.say(translate("Signature", "Not a request, so there is nothing to verify."), "none")
            return
        self._endpoint = examined.case.endpoint
        self.page.show_verdict(examined, fetch_allowed=self._tools.judging.fetch_allowed)
        if examined.wants_reason(rules):
            self.page.findings.look()
            self._asking.start(self._ask(loaded.record.id, examined, rules))

    async def _examine(self, loaded: Loaded, rules: Rules) -> Examined | None:
        """A large body is read whole first: its signature covers all of it."""
        record = loaded.record
        if not loaded.whole:
            record = await self._tools.library.read(lambda reader: load_whole(reader, loaded.record.id))
        return await self._tools.workshop.do(partial(examine, record, rules))

    async def _ask(self, number: int, examined: Examined, rules: Rules) -> None:
        """A slow search does not hold up what is known already."""
        case = examined.case
        try:
            around = await self._tools.library.read(lambda reader: look_around(reader, number, rules))
        except KnownError as error:
            self.page.findings.clear()
            self._tools.tell(problem_text(error.problem))
            return
        diagnosis = await self._tools.workshop.do(partial(self._doctor, case, examined.verdict, around))
        self.page.findings.show_diagnosis(diagnosis, examined)

    def _connect(self) -> None:
        self.page.line.checked_again.connect(self.check_again)
        self.page.line.edited.connect(self._edit)
        self.page.source.pressed.connect(self._allow)
        self.page.findings.applied.connect(self._apply)
        self._tools.judging.changed.connect(self.check_again)

    @Slot()
    def _edit(self) -> None:
        self._tools.judging.edit_endpoint(self._endpoint)

    @Slot()
    def _allow(self) -> None:
        self._tools.judging.allow_fetching()

    @Slot(object)
    def _apply(self, remedy: Remedy) -> None:
        self._tools.judging.apply(self._endpoint, remedy)
