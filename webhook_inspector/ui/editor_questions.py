"""What an editor has to ask or to tell, above the draft and never in the way; the keyboard is on the first answer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.ui.banner import Banners, Choice
from webhook_inspector.ui.texts import problem_text

translate = QCoreApplication.translate


class Questions(Banners):
    def ask_close(self, close: Callable[[], None]) -> None:
        """Something would be lost."""
        words = translate("Editor", "Closing the editor loses what you have changed.")
        self._ask("leave", words, Choice(translate("Editor", "Close it"), close), translate("Editor", "Keep it"))

    def ask_host(self, host: str, send: Callable[[], None]) -> None:
        """Once for each host that is not this machine."""
        shown = visible(host)
        words = translate("Editor", "{host} is not this machine. Send to it, now and from now on?").format(host=shown)
        yes = Choice(translate("Editor", "Send to {host}").format(host=shown), send)
        self._ask("host", words, yes, translate("Editor", "Do not send"))

    def tell(self, key: str, *problems: Problem) -> None:
        """It can be dismissed."""
        self.show_banner(key, "warn", "\n".join(map(problem_text, problems)), dismissable=True)

    def _ask(self, key: str, words: str, yes: Choice, no: str) -> None:
        def agree() -> None:
            self.drop(key)
            yes.act()

        banner = self.show_banner(key, "warn", words, (Choice(yes.text, agree), Choice(no, lambda: self.drop(key))))
        buttons = banner.findChildren(QPushButton)
        if buttons:
            buttons[0].setFocus()
