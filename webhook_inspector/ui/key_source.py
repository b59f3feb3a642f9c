"""Where the key that a verdict misses is published, and the button that permits to fetch it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from webhook_inspector.core.text import visible
from webhook_inspector.ui.examining import Examined
from webhook_inspector.ui.finding_card import Card
from webhook_inspector.ui.texts import cut, problem_text

translate = QCoreApplication.translate


class KeySource(Card):
    """Hidden where no key is missing, where none is published, and where fetching is permitted already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()

    def offer(self, examined: Examined, *, fetch_allowed: bool) -> None:
        published = examined.published if examined.lacks_key else None
        self.setVisible(published is not None and (published.problem is not None or not fetch_allowed))
        if published is None:
            return
        if published.problem is not None:
            self.say(visible(problem_text(published.problem)))
            return
        host = visible(published.host)
        self.say(
            translate("Signature", "The key for this is published at {host}.").format(host=host),
            visible(cut(published.url)),
            translate("Signature", "Fetch the key from {host}…").format(host=host),
        )
