"""The editor of endpoints. It reads and writes nothing itself: it shows rules, and says what shall be kept or removed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.core.endpoint import Endpoint, normal_path
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.text import visible
from webhook_inspector.ui.endpoint_change import EndpointChange
from webhook_inspector.ui.endpoint_form import EndpointForm
from webhook_inspector.ui.endpoint_list import NEW, EndpointSide
from webhook_inspector.ui.parts import Hint, StateLine
from webhook_inspector.ui.texts import cut
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_Button = QMessageBox.StandardButton


class EndpointsDialog(QDialog):
    saved = Signal(object)
    """An `EndpointChange`. The answer is `show_rules` when it is done, `tell_problem` when it could not be."""
    removed = Signal(str)
    """A path. The answer is the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = NO_RULES
        self._current: str | None = None
        """The path of the endpoint in the form as it was saved, NEW, or None where the form is empty."""
        self._begun: EndpointChange | None = None
        """What the form showed at first."""
        self._pending: EndpointChange | None = None
        self._removing: str | None = None
        self._then: Callable[[], None] | None = None
        """What follows when the pending change is saved."""
        self._side = EndpointSide()
        self._list, self._add, self._remove = self._side.list, self._side.add, self._side.remove
        self._form = EndpointForm()
        self._hint = Hint()
        self._right = QStackedWidget()
        self._problem = StateLine("error")
        self._done = StateLine("ok")
        self._save = QPushButton(translate("Endpoints", "&Save"))
        self._close = QPushButton(translate("Endpoints", "Cl&ose"))
        self._build()
        self._connect()
        self._show_form(None)

    def show_rules(self, rules: Rules, place: str, base_url: str) -> None:
        """What is configured now. What the user is typing stays, unless it is what has just been saved.

        `place` is the name of the keyring that holds the secrets, empty where they are in the file; `base_url` the listener's
        address, empty while it does not listen.
        """
        known, self._rules = rules == self._rules, rules
        self._form.set_surroundings(base_url, place)
        paths = rules.paths()
        pending = self._pending
        if pending is not None and pending.endpoint.path in paths:
            self._has_saved(pending)
        elif self._removing is not None and self._removing not in paths:
            self._show_form(min(paths, default=None))
        elif self._dirty() or self._current == NEW:
            self._current = self._current if self._current in paths else NEW
            self._list.fill(rules, self._current)
            self._form.set_others(self._others())
            self._look()
        elif not known or self._current is None:
            self._show_form(self._current if self._current in paths else min(paths, default=None))

    def edit(self, path: str) -> None:
        """Goes to the endpoint of that path, or begins a new one with it."""
        wanted = normal_path(path)
        if wanted in self._rules.paths():
            self._leave(lambda: self._show_form(wanted))
        else:
            self._leave(lambda: self._show_form(NEW, wanted))

    def tell_problem(self, text: str) -> None:
        """What could not be saved or removed, and why; the form stays as it is."""
        self._pending, self._then, self._removing = None, None, None
        self._form.setEnabled(True)
        self._done.say("")
        self._problem.say(text)
        self._look()

    def reject(self) -> None:
        """What is being saved goes on being saved."""
        if self._pending is not None:
            super().reject()
        else:
            self._leave(lambda: QDialog.reject(self))

    def done(self, result: int) -> None:
        """No secret stays in a field that nobody sees."""
        self._show_form(None)
        super().done(result)

    def _build(self) -> None:
        self.setWindowTitle(translate("Endpoints", "Endpoints"))
        self._hint.say(
            translate(
                "Endpoints",
                "Add an endpoint for each provider: the path it posts to, and the secret it signs with. Then each request says whether its signature is valid.",
            )
        )
        self._right.addWidget(self._hint)
        self._right.addWidget(self._form)
        self._close.setAutoDefault(False)
        self._save.setDefault(True)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._side)
        sides.addWidget(self._right)
        sides.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth()
        sides.setSizes([38 * width, 90 * width])
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self._save)
        end.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(sides, 1)
        column.addWidget(self._problem)
        column.addWidget(self._done)
        column.addLayout(end)
        self.resize(140 * width, 42 * self.fontMetrics().height())

    def _connect(self) -> None:
        self._list.picked.connect(lambda path: self._leave(lambda: self._show_form(path)))
        self._add.clicked.connect(lambda: self._leave(lambda: self._show_form(NEW)))
        self._remove.clicked.connect(self._ask_to_remove)
        self._form.changed.connect(self._changed)
        self._save.clicked.connect(self._begin_to_save)
        self._close.clicked.connect(self.reject)

    def _show_form(self, path: str | None, proposed: str = "") -> None:
        """The endpoint of a path, a new one, or none, as it is configured."""
        self._current = path
        self._pending, self._then, self._removing = None, None, None
        self._list.fill(self._rules, path)
        endpoint = self._rules.endpoint_of(path) if path else Endpoint(proposed)
        secrets = self._rules.secrets_of(path) if path else ()
        self._form.show_endpoint(endpoint, secrets, self._others())
        self._form.setEnabled(True)
        self._right.setCurrentIndex(0 if path is None else 1)
        if path is None and not self._rules.paths():
            self._add.setFocus()
        self._begun = self._change()
        self._problem.say("")
        self._done.say("")
        self._look()
        if path == NEW:
            self._form.enter()

    def _others(self) -> tuple[str, ...]:
        return tuple(path for path in self._rules.paths() if path != self._current)

    def _change(self) -> EndpointChange:
        """What the form holds, as it would be kept."""
        endpoint = self._form.endpoint()
        secrets = tuple(replace(one, endpoint=endpoint.path) for one in self._form.secrets())
        return EndpointChange(self._current or None, endpoint, secrets)

    def _dirty(self) -> bool:
        return self._current is not None and self._change() != self._begun

    def _changed(self) -> None:
        self._problem.say("")
        self._done.say("")
        self._look()

    def _look(self) -> None:
        free = self._pending is None
        wanted = self._current == NEW or self._dirty()
        self._save.setEnabled(free and wanted and self._form.complete())
        self._side.setEnabled(free)
        self._remove.setEnabled(self._current is not None)

    def _begin_to_save(self) -> None:
        self._pending = self._change()
        self._form.setEnabled(False)
        self._look()
        self.saved.emit(self._pending)

    def _has_saved(self, change: EndpointChange) -> None:
        then = self._then
        self._show_form(change.endpoint.path)
        self._done.say(translate("Endpoints", "Saved: {path}").format(path=visible(cut(change.endpoint.path))))
        if then is not None:
            then()

    def _leave(self, go: Callable[[], None]) -> None:
        """Goes there, after it has asked what shall become of unsaved changes."""
        if self._pending is not None:
            return
        if not self._dirty():
            go()
            return
        box = self._question(
            translate("Endpoints", "Save the changes to {path}?").format(path=self._words()),
            _Button.Save | _Button.Discard | _Button.Cancel,
        )
        box.button(_Button.Save).setEnabled(self._form.complete())
        box.finished.connect(lambda result: self._answer(result, go))
        box.open()

    def _answer(self, result: int, go: Callable[[], None]) -> None:
        if result == _Button.Discard.value:
            self._show_form(None)
            go()
        elif result == _Button.Save.value:
            self._then = go
            self._begin_to_save()

    def _ask_to_remove(self) -> None:
        if self._current == NEW:
            self._show_form(min(self._rules.paths(), default=None))
        elif self._current is not None:
            text = translate("Endpoints", "Remove {path} and its secrets? They cannot be brought back.")
            box = self._question(text.format(path=self._words()), _Button.Yes | _Button.Cancel)
            box.button(_Button.Yes).setText(translate("Endpoints", "Remove"))
            box.finished.connect(lambda result, path=self._current: self._remove_now(result, path))
            box.open()

    def _remove_now(self, result: int, path: str) -> None:
        if result == _Button.Yes.value:
            self._removing = path
            self.removed.emit(path)

    def _words(self) -> str:
        return visible(cut(self._current or self._form.endpoint().path, 60))

    def _question(self, text: str, buttons: QMessageBox.StandardButton) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), "", buttons, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setDefaultButton(_Button.Cancel)
        box.finished.connect(box.deleteLater)
        return box
