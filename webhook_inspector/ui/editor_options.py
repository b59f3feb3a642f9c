"""How a draft goes over the wire: time-out, redirects, certificates, proxies, and what is left as it stands."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from webhook_inspector.net.sending import Options
from webhook_inspector.net.trust import Trust
from webhook_inspector.ui.form_rows import FormRows, narrow
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_CONNECT_SECONDS = 10
_LONGEST = 3600


class OptionsForm(QScrollArea):
    edited = Signal()
    """Something that changes what is sent, not only how."""
    variables_wanted = Signal()
    """They shall be edited."""
    ca_file_wanted = Signal()
    """It shall be chosen: `show_ca_file` takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeout = QSpinBox()
        self.redirects = QComboBox()
        self.verify = QCheckBox(translate("Editor", "Check the certificate"))
        self.ca_file = QLineEdit()
        self.choose = QPushButton("…")
        self.proxies = QCheckBox(translate("Editor", "Use HTTP_PROXY and HTTPS_PROXY"))
        self.keep_host = QCheckBox(translate("Editor", "Keep the Host header"))
        self.raw = QCheckBox(translate("Editor", "Send connection headers as they stand"))
        self.fills = QCheckBox(translate("Editor", "Fill in {{variables}}"))
        self.environment = QComboBox()
        self.variables = QPushButton(translate("Editor", "&Edit…"))
        self.warning = StateLine("warning")
        self._build()
        self._connect()

    def options(self) -> Options:
        seconds = self.timeout.value()
        ca_file = self.ca_file.text().strip()
        return Options(
            connect_timeout=min(_CONNECT_SECONDS, seconds),
            timeout=seconds,
            trust=Trust(self.verify.isChecked(), Path(ca_file).expanduser() if ca_file else None),
            proxies=self.proxies.isChecked(),
        )

    @property
    def follows(self) -> bool:
        """Whether redirects to the same host are followed."""
        return self.redirects.currentIndex() == 1

    def show_environments(self, names: Sequence[str]) -> None:
        """The chosen one stays chosen while it is there."""
        chosen = self.environment.currentText()
        before = self.environment.blockSignals(True)
        self.environment.clear()
        self.environment.addItems(list(names))
        self.environment.setCurrentIndex(max(self.environment.findText(chosen), 0 if names else -1))
        self.environment.blockSignals(before)
        self._look()

    def show_ca_file(self, path: Path) -> None:
        self.ca_file.setText(str(path))

    def _look(self) -> None:
        unverified = not self.verify.isChecked()
        words = translate(
            "Editor", "Certificates are not checked: anybody in between can read and change what is sent."
        )
        self.warning.say(words if unverified else "")
        for widget in (self.ca_file, self.choose):
            widget.setEnabled(not unverified)
        self.environment.setEnabled(self.fills.isChecked() and self.environment.count() > 0)
        self.keep_host.setEnabled(not self.raw.isChecked())

    def _build(self) -> None:
        self.timeout.setRange(1, _LONGEST)
        self.timeout.setValue(30)
        self.timeout.setSuffix(translate("Editor", " s"))
        self.redirects.addItem(translate("Editor", "Not followed"))
        self.redirects.addItem(translate("Editor", "Followed on the same host"))
        self.raw.setToolTip(
            translate("Editor", "Host, Content-Length, Transfer-Encoding, Connection and such, right or wrong")
        )
        for box in (self.redirects, self.environment):
            narrow(box)
        self.verify.setChecked(True)
        self.proxies.setChecked(True)
        self.ca_file.setPlaceholderText(translate("Editor", "those of the system"))
        inside = QWidget()
        form = FormRows(inside)
        form.put(0, translate("Editor", "Time-&out"), self.timeout)
        form.put(1, translate("Editor", "Redirec&ts"), self.redirects)
        form.put(2, translate("Editor", "T&LS"), self.verify, self.warning)
        form.put(3, translate("Editor", "C&A file (PEM)"), self._ca_file())
        form.put(4, translate("Editor", "Pro&xies"), self.proxies)
        form.put(5, translate("Editor", "Framin&g"), self.keep_host, self.raw)
        form.put(6, translate("Editor", "&Variables"), self.fills, self._environments())
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(inside)
        column.addStretch(1)
        self.setWidget(place)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def _ca_file(self) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.ca_file, 1)
        row.addWidget(self.choose)
        place.setFocusProxy(self.ca_file)
        self.ca_file.setAccessibleName(translate("Editor", "CA file (PEM)"))
        self.choose.setAutoDefault(False)
        self.choose.setAccessibleName(translate("Editor", "Choose the CA file"))
        self.choose.setToolTip(translate("Editor", "Choose the CA file"))
        return place

    def _environments(self) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.environment, 1)
        row.addWidget(self.variables)
        self.environment.setPlaceholderText(translate("Editor", "none yet"))
        self.environment.setAccessibleName(translate("Editor", "Environment"))
        self.variables.setAutoDefault(False)
        self.variables.setAccessibleName(translate("Editor", "Edit variables"))
        return place

    def _connect(self) -> None:
        self.verify.toggled.connect(lambda _on: self._look())
        self.raw.toggled.connect(lambda _on: self._look())
        self.fills.toggled.connect(lambda _on: self._look())
        self.environment.currentIndexChanged.connect(lambda _at: self.edited.emit())
        self.choose.clicked.connect(self.ca_file_wanted)
        self.variables.clicked.connect(self.variables_wanted)
        for box in (self.keep_host, self.raw, self.fills):
            box.toggled.connect(lambda _on: self.edited.emit())
