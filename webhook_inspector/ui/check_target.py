"""The address that something is sent to, and the question that is asked once about every host that is not this machine."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import visible
from webhook_inspector.drafts.address import address_of
from webhook_inspector.ui.editor_sending import Hosts
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.texts import cut, problem_text
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate


class TargetField(QWidget):
    """Named for its label; what is wrong with the address is said below it, and there the question is asked."""

    changed = Signal()
    agreed = Signal(str)
    """To this host may be sent from now on: go on with what was begun."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self._problem = StateLine("error")
        self._question = StateLine("warning")
        self._agree = QPushButton()
        self._host = ""
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self._look)
        self._agree.clicked.connect(self._give)
        self._agree.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.line)
        column.addWidget(self._problem)
        column.addWidget(self._question)
        column.addWidget(self._agree)
        self.setFocusProxy(self.line)

    @property
    def url(self) -> str:
        return self.line.text().strip()

    @property
    def words(self) -> str:
        """What is said below the address."""
        return self._problem.text or self._question.text

    def show_url(self, url: str) -> None:
        self.line.setText(url)
        self.line.setCursorPosition(0)

    def say_problem(self, problem: Problem) -> None:
        self._problem.say(visible(problem_text(problem)))

    def host(self) -> str:
        """Raises KnownError that says what is wrong with the address."""
        return address_of(self.url).host

    def ask(self, host: str) -> None:
        """Nothing is sent before it is answered."""
        self._host = host
        shown = visible(cut(host, 60))
        text = translate("Sending", "{host} is not this machine. It will get the requests. You are asked only once.")
        self._question.say(text.format(host=shown))
        self._agree.setText(translate("Sending", "Send to {host}").format(host=shown).replace("&", "&&"))
        self._agree.show()
        self._agree.setFocus()

    def _give(self) -> None:
        host, self._host = self._host, ""
        self._drop()
        self.line.setFocus()
        self.agreed.emit(host)

    def _look(self) -> None:
        self._drop()
        self._problem.say("")
        self.changed.emit()

    def _drop(self) -> None:
        self._question.say("")
        self._agree.hide()


async def allowed(field: TargetField, hosts: Hosts) -> bool:
    """Whether to send to the address of the field now; where not, the field says why, or asks."""
    try:
        host = field.host()
        if not await hosts.asks(host):
            return True
        field.ask(host)
    except KnownError as error:
        field.say_problem(error.problem)
    return False


async def agree(field: TargetField, hosts: Hosts, host: str, go_on: Callable[[], Awaitable[None]]) -> None:
    """Keeps that the user agreed, and goes on with what was begun."""
    try:
        await hosts.agree(host)
    except KnownError as error:
        field.say_problem(error.problem)
        return
    await go_on()
