"""The menu "Filter like this" of the table: only what is like the capture under the pointer, or nothing like it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu

from webhook_inspector.core.capture import Row
from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.search.match import STATUSES
from webhook_inspector.search.parse import quoted
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.captures_view import CapturesView
from webhook_inspector.ui.columns import provider_title, verdict_text
from webhook_inspector.ui.texts import cut

LONGEST = 60
"""Characters of a value in the menu."""


@dataclass(frozen=True, slots=True)
class Trait:
    """One way in which captures are alike."""

    only: str
    hide: str
    shown: Callable[[Row], str]
    """The capture's own, for the menu."""
    condition: Callable[[Row], str]
    """In the language of filters; empty where the capture has no such trait."""


def _path(row: Row) -> str:
    """Empty for the root: under it lies everything."""
    return _condition("endpoint", row.endpoint.rstrip("/"))


def _sender(row: Row) -> str:
    """Without the port, which is another one each time. The asterisk stands for it."""
    address = _address(row)
    return _condition("from", f"{address}:*" if address else "")


def _address(row: Row) -> str:
    return row.peer.rpartition(":")[0]


def _verdict(row: Row) -> str:
    status = row.judgement.status
    word = next((word for word, one in STATUSES.items() if one is status), "")
    return _condition("sig", word if status is not None and verdict_text(status) else "")


def _condition(field: str, value: str) -> str:
    return f"{field}:{quoted(value)}" if value else ""


TRAITS: tuple[Trait, ...] = (
    Trait(
        QT_TRANSLATE_NOOP("Search", "Only path {value}"),
        QT_TRANSLATE_NOOP("Search", "Hide path {value}"),
        lambda row: row.endpoint,
        _path,
    ),
    Trait(
        QT_TRANSLATE_NOOP("Search", "Only provider {value}"),
        QT_TRANSLATE_NOOP("Search", "Hide provider {value}"),
        lambda row: provider_title(row.judgement.meaning.provider),
        lambda row: _condition("provider", row.judgement.meaning.provider),
    ),
    Trait(
        QT_TRANSLATE_NOOP("Search", "Only event {value}"),
        QT_TRANSLATE_NOOP("Search", "Hide event {value}"),
        lambda row: row.judgement.meaning.event,
        lambda row: _condition("event", row.judgement.meaning.event),
    ),
    Trait(
        QT_TRANSLATE_NOOP("Search", "Only method {value}"),
        QT_TRANSLATE_NOOP("Search", "Hide method {value}"),
        lambda row: row.method,
        lambda row: _condition("method", row.method),
    ),
    Trait(
        QT_TRANSLATE_NOOP("Search", "Only sender {value}"),
        QT_TRANSLATE_NOOP("Search", "Hide sender {value}"),
        _address,
        _sender,
    ),
    Trait(
        QT_TRANSLATE_NOOP("Search", "Only signature {value}"),
        QT_TRANSLATE_NOOP("Search", "Hide signature {value}"),
        lambda row: "" if row.judgement.status is None else verdict_text(row.judgement.status),
        _verdict,
    ),
)


class FilterMenu(QMenu):
    """Lies at the top of the table's menu, and is made anew each time that one opens."""

    picked = Signal(str)
    """A condition to add to the filter."""

    def __init__(self, within: QMenu, view: CapturesView, model: CapturesModel) -> None:
        super().__init__(QCoreApplication.translate("Search", "Fi&lter like this"), within)
        self._view = view
        self._captures = model
        first = within.actions()[0] if within.actions() else None
        if first is None:
            within.addMenu(self)
        else:
            within.insertMenu(first, self)
            within.insertSeparator(first)
        within.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        row = self._row()
        there = [] if row is None else [(trait, row, trait.condition(row)) for trait in TRAITS if trait.condition(row)]
        for trait, one, condition in there:
            self._add(trait.only, trait.shown(one), condition)
        self.addSeparator()
        for trait, one, condition in there:
            self._add(trait.hide, trait.shown(one), f"-{condition}")
        self.menuAction().setEnabled(bool(there))

    def _add(self, label: str, value: str, condition: str) -> None:
        text = QCoreApplication.translate("Search", label).format(value=_menu_text(value))
        self.addAction(text).triggered.connect(lambda: self.picked.emit(condition))

    def _row(self) -> Row | None:
        """Of the current cell: a right click makes the one under it current, whether or not its row was selected."""
        place = self._view.currentIndex().row()
        cells = self._captures.cells_at(place) if place >= 0 else None
        return None if cells is None else cells.row


def _menu_text(value: str) -> str:
    """An ampersand would underline the letter behind it."""
    return cut(visible(value), LONGEST).replace("&", "&&")
