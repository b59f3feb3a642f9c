"""The editor of endpoints. It reads and writes nothing itself: it shows rules, and says what shall be kept or removed."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from webhook_inspector.core.endpoint import Endpoint, normal_path
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.ui.endpoint_change import EndpointChange
from webhook_inspector.ui.endpoint_form import EndpointForm
from webhook_inspector.ui.endpoint_list import endpoint_entries, endpoint_side
from webhook_inspector.ui.list_dialog import ListDialog, ListWords
from webhook_inspector.ui.named_list import NEW, Entry

translate = QCoreApplication.translate

_ROWS = 42


class EndpointsDialog(ListDialog[EndpointForm, EndpointChange]):
    """Its change is an `EndpointChange`, its keys are paths; the answer to a change is `show_rules`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(endpoint_side(), EndpointForm(), _words(), _ROWS, parent)
        self._rules = NO_RULES
        self._show_form(None)

    def show_rules(self, rules: Rules, place: str, base_url: str) -> None:
        """What is configured now. What the user is typing stays, unless it is what has just been saved.

        `place` is the name of the keyring that holds the secrets, empty where they are in the file; `base_url` the listener's
        address, empty while it does not listen.
        """
        known, self._rules = rules == self._rules, rules
        self.form.set_surroundings(base_url, place)
        self._follow(known=known)

    def edit(self, path: str) -> None:
        """Goes to the endpoint of that path, or begins a new one with it."""
        wanted = normal_path(path)
        if wanted in self._rules.paths():
            self._leave(lambda: self._show_form(wanted))
        else:
            self._leave(lambda: self._show_form(NEW, wanted))

    def _entries(self) -> list[Entry]:
        return endpoint_entries(self._rules)

    def _fill_form(self, key: str | None, proposed: str) -> None:
        endpoint = self._rules.endpoint_of(key) if key else Endpoint(proposed)
        secrets = self._rules.secrets_of(key) if key else ()
        self.form.show_endpoint(endpoint, secrets, self._others())

    def _change(self) -> EndpointChange:
        endpoint = self.form.endpoint()
        secrets = tuple(replace(one, endpoint=endpoint.path) for one in self.form.secrets())
        return EndpointChange(self._current or None, endpoint, secrets)

    def _held(self) -> EndpointChange:
        return self._change()

    def _kept_as(self, change: EndpointChange) -> str | None:
        return change.endpoint.path if change.endpoint.path in self._rules.paths() else None

    def _typed_name(self) -> str:
        return self.form.endpoint().path

    def _look(self) -> None:
        free = self._pending is None
        wanted = self._current == NEW or self._dirty()
        self._save.setEnabled(free and wanted and self.form.complete())
        self._side.setEnabled(free)
        self._side.remove.setEnabled(self._current is not None)


def _words() -> ListWords:
    return ListWords(
        save=translate("Endpoints", "&Save"),
        close=translate("Endpoints", "Cl&ose"),
        title=translate("Endpoints", "Endpoints"),
        hint=translate(
            "Endpoints",
            "Add an endpoint for each provider: the path it posts to, and the secret it signs with. Then each request says whether its signature is valid.",
        ),
        saved=lambda path: translate("Endpoints", "Saved: {path}").format(path=path),
        unsaved=lambda path: translate("Endpoints", "Save the changes to {path}?").format(path=path),
        removing=lambda path: translate(
            "Endpoints", "Remove {path} and its secrets? They cannot be brought back."
        ).format(path=path),
        remove=translate("Endpoints", "Remove"),
    )
