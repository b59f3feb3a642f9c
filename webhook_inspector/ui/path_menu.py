"""The context menu of the views of a body: copying, where a value stands in JSON, and going to such a place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from webhook_inspector.bodies.jsonpath import Steps, as_jq, as_jsonpath, as_python
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Way:
    """One way to write the path of a value."""

    title: str
    write: Callable[[Steps], str]


WAYS = (
    Way(QT_TRANSLATE_NOOP("Body", "Copy JSON path"), as_jsonpath),
    Way(QT_TRANSLATE_NOOP("Body", "Copy path for Python"), as_python),
    Way(QT_TRANSLATE_NOOP("Body", "Copy path for jq"), as_jq),
)


def add_paths(menu: QMenu, copy_value: Callable[[], None], copy_path: Callable[[Way], None]) -> None:
    """Entries for the value that the menu was opened on."""
    _add(menu, translate("Body", "Copy value"), copy_value)
    for way in WAYS:
        _add(menu, translate("Body", way.title), partial(copy_path, way))


def add_going(menu: QMenu, go: Callable[[], None]) -> None:
    _add(menu, translate("Body", "Go to path…"), go)


def add_folding(menu: QMenu, open_all: Callable[[], None], close_all: Callable[[], None]) -> None:
    _add(menu, translate("Body", "Open what is in it"), open_all)
    _add(menu, translate("Body", "Close all"), close_all)


def add_copy(menu: QMenu, copy: Callable[[], None]) -> None:
    _add(menu, translate("Body", "Copy"), copy)


def ask_steps(parent: QWidget, answer: Callable[[str], None]) -> QInputDialog:
    """Asks for a path, and calls `answer` with what was written unless the user thinks better of it."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(translate("Body", "Go to path"))
    dialog.setLabelText(translate("Body", "Path of a value, such as $.items[0].id"))
    dialog.setTextValue("$.")
    dialog.textValueSelected.connect(answer)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _add(menu: QMenu, title: str, act: Callable[[], None]) -> QAction:
    action = menu.addAction(title)
    action.triggered.connect(lambda _checked=False: act())
    return action
