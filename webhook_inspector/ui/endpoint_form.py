"""The form of one endpoint: its path, who posts there, how it is signed, and the secrets."""

from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from webhook_inspector.core.endpoint import MOST_DAYS, MOST_KEPT, Endpoint
from webhook_inspector.core.secret import Secret
from webhook_inspector.providers.table import PROVIDERS
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.ui.choice_box import ChoiceBox
from webhook_inspector.ui.endpoint_path import path_fault, typed_path
from webhook_inspector.ui.form_rows import FormRows, remark_label
from webhook_inspector.ui.icons import icon
from webhook_inspector.ui.list_form import ListForm
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.scheme_settings import SchemeSettings
from webhook_inspector.ui.secrets_table import SecretsTable
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_SETTINGS_AT, _SECRETS_AT, _KEEP_AT = 4, 100, 101
"""Rows of the form; the settings of a scheme are fewer than the rows between."""


class EndpointForm(ListForm):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base_url = ""
        self._url = QLineEdit()
        self._copy = QPushButton(translate("Endpoints", "&Copy"))
        self._path = QLineEdit()
        self._fault = StateLine("error")
        self._provider = ChoiceBox(translate("Endpoints", "Provider"))
        self._scheme = ChoiceBox(translate("Endpoints", "Scheme"))
        self._secrets = SecretsTable()
        self._place = remark_label()
        self._keep_days = _limit(MOST_DAYS, translate("Endpoints", "as long as the others"))
        self._keep_count = _limit(MOST_KEPT, translate("Endpoints", "as many as come"))
        form = FormRows(self._inside)
        form.put(0, translate("Endpoints", "Address for the provider"), self._address())
        form.put(1, translate("Endpoints", "&Path"), self._path, self._fault)
        form.put(2, translate("Endpoints", "Pro&vider"), self._provider)
        form.put(3, translate("Endpoints", "Sc&heme"), self._scheme)
        self._settings = SchemeSettings(form, _SETTINGS_AT)
        form.put(_SECRETS_AT, translate("Endpoints", "Secre&ts"), self._secrets, self._place)
        kept = remark_label(
            translate("Endpoints", "Older ones are removed. Pinned ones stay, and the general limits hold as well.")
        )
        form.put(_KEEP_AT, translate("Endpoints", "Keep da&ys"), self._keep_days)
        form.put(_KEEP_AT + 1, translate("Endpoints", "&Keep captures"), self._keep_count, kept)
        self._build()
        self._connect()

    def show_endpoint(self, endpoint: Endpoint, secrets: tuple[Secret, ...], others: tuple[str, ...]) -> None:
        """`others` are the paths of the other endpoints. A new endpoint has the path "", or the one that is proposed."""
        self._others = others
        widgets = (self._path, self._provider, self._scheme, self._keep_days, self._keep_count)
        for widget in widgets:
            widget.blockSignals(True)
        self._path.setText(endpoint.path)
        self._path.setCursorPosition(0)
        self._provider.choose(endpoint.provider)
        self._scheme.choose(endpoint.scheme)
        self._keep_days.setValue(endpoint.keep_days)
        self._keep_count.setValue(endpoint.keep_count)
        for widget in widgets:
            widget.blockSignals(False)
        self._settings.show_settings(endpoint.scheme, endpoint.settings)
        self._secrets.show_secrets(secrets)
        self._secrets.set_scheme(endpoint.scheme)
        self._chain()
        self._look()
        self.ensureVisible(0, 0)

    def set_surroundings(self, base_url: str, place: str) -> None:
        """The listener's address, empty while it does not listen, and the name of the keyring, empty for the file."""
        self._base_url = base_url.rstrip("/")
        self._place.setText(_place_words(place))
        self._look()

    def endpoint(self) -> Endpoint:
        """As it is filled in."""
        path = typed_path(self._path.text(), self._base_url)
        settings = MappingProxyType(self._settings.settings())
        kept = self._keep_days.value(), self._keep_count.value()
        return Endpoint(path, self._scheme.key(), self._provider.key(), settings, *kept)

    def secrets(self) -> tuple[Secret, ...]:
        return self._secrets.secrets()

    def complete(self) -> bool:
        return not path_fault(self._path.text(), self._base_url, self._others) and not self._settings.faulty()

    def enter(self) -> None:
        self._path.setFocus()
        self._path.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._copy.setIcon(icon("copy", self.palette()))

    def _address(self) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self._url, 1)
        row.addWidget(self._copy)
        self._url.setReadOnly(True)
        self._url.setAccessibleName(translate("Endpoints", "Address for the provider"))
        self._copy.setIcon(icon("copy", self.palette()))
        self._copy.setToolTip(translate("Endpoints", "Copy the address to the clipboard"))
        self._copy.setAutoDefault(False)
        return place

    def _build(self) -> None:
        as_told = ("", translate("Endpoints", "As the request tells"))
        providers = sorted(((key, one.title) for key, one in PROVIDERS.items()), key=lambda one: one[1].casefold())
        schemes = sorted(
            ((one.name, _scheme_words(one.name)) for one in SCHEMES.values()), key=lambda one: one[1].casefold()
        )
        self._provider.fill([as_told, *providers])
        self._scheme.fill([as_told, *schemes])
        self._path.setPlaceholderText(translate("Endpoints", "for example {example}").format(example="/stripe"))
        self._hold()

    def _connect(self) -> None:
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._url.text()))
        self._path.textChanged.connect(self._changed)
        self._path.editingFinished.connect(self._settle_path)
        self._provider.chosen.connect(self._changed)
        self._scheme.chosen.connect(self._choose_scheme)
        self._settings.changed.connect(self._changed)
        self._secrets.changed.connect(self._changed)
        self._keep_days.valueChanged.connect(self._changed)
        self._keep_count.valueChanged.connect(self._changed)

    def _choose_scheme(self, scheme: str) -> None:
        self._settings.show_scheme(scheme)
        self._secrets.set_scheme(scheme)
        self._chain()
        self._changed()

    def _chain(self) -> None:
        """The keyboard goes through the form from above, the settings that have just been made among the rest."""
        self.updateGeometry()
        chain = [self._scheme, *self._settings.fields(), self._secrets.tree]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _settle_path(self) -> None:
        """Shows the path as it will be kept."""
        if self._path.text().strip():
            self._path.setText(typed_path(self._path.text(), self._base_url))

    def _look(self) -> None:
        typed = self._path.text()
        fault = path_fault(typed, self._base_url, self._others)
        self._fault.say(fault)
        self._url.setPlaceholderText("" if self._base_url else translate("Endpoints", "not listening"))
        fits = bool(self._base_url) and not fault
        self._url.setText(self._base_url + typed_path(typed, self._base_url) if fits else "")
        self._url.setCursorPosition(0)
        self._copy.setEnabled(fits)


def _limit(most: int, none: str) -> QSpinBox:
    """`none` stands there for 0."""
    field = QSpinBox()
    field.setRange(0, most)
    field.setSpecialValueText(none)
    field.setGroupSeparatorShown(True)
    return field


def scheme_title(name: str) -> str:
    """Of a scheme for people; the name itself where it is none of ours."""
    if not name:
        return translate("Endpoints", "as the request tells")
    return SCHEMES[name].title if name in SCHEMES else name


def _scheme_words(name: str) -> str:
    title = SCHEMES[name].title
    if SCHEMES[name].official:
        return title
    return translate("Endpoints", "{title} (reported, not official)").format(title=title)


def _place_words(keyring: str) -> str:
    if keyring:
        return translate("Endpoints", "Secrets are kept in {keyring}.").format(keyring=keyring)
    return translate(
        "Endpoints", "Secrets are kept in the file secrets.toml, readable by you only; no keyring is used here."
    )
