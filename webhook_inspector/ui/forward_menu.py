"""The menu "Forward to" of the table: the targets of rules, and where something was sent lately."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from webhook_inspector.core.text import visible
from webhook_inspector.ui.texts import cut

LONGEST = 80
"""Characters of a target in the menu."""


class ForwardMenu(QMenu):
    picked = Signal(str)
    """A target."""
    rules_wanted = Signal()

    def __init__(self, within: QMenu, before: QAction | None) -> None:
        super().__init__(QCoreApplication.translate("Forwards", "Forward t&o"), within)
        if before is None:
            within.addMenu(self)
        else:
            within.insertMenu(before, self)
        self.show_targets((), ())

    def show_targets(self, ruled: Sequence[str], recent: Sequence[str]) -> None:
        """Those of rules stand first."""
        self.clear()
        first = list(dict.fromkeys(ruled))
        for target in first:
            self._add(target)
        self.addSeparator()
        for target in recent:
            if target not in first:
                self._add(target)
        self.addSeparator()
        rules = self.addAction(QCoreApplication.translate("Forwards", "Forward rules…"))
        rules.triggered.connect(self.rules_wanted)

    def _add(self, target: str) -> None:
        text = visible(cut(target, LONGEST)).replace("&", "&&")  # else it would underline the letter behind it
        self.addAction(text).triggered.connect(lambda: self.picked.emit(target))
