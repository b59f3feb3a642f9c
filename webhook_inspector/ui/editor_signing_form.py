"""How a draft is signed: kept, again now, or not; with which scheme and secret; and what is broken on purpose."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import masked
from webhook_inspector.core.text import visible
from webhook_inspector.drafts.signing import Break, How
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.ui.choice_box import ChoiceBox
from webhook_inspector.ui.editor_signing import NOTHING_TOLD, SigningChoice, Told, secrets_offered
from webhook_inspector.ui.editor_words import BREAKS, HOWS
from webhook_inspector.ui.endpoint_form import scheme_title
from webhook_inspector.ui.form_rows import FormRows, narrow, remark_label
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.secret_field import SecretField
from webhook_inspector.ui.theme import GRID

translate = QCoreApplication.translate

_OWN, _TYPED = ("", ""), ("", "typed")
"""Beside the endpoints and labels of secrets that are kept: an endpoint's path is never empty."""
_LONGEST = 10**6
"""Minutes of an expired signature: almost two years."""


class SigningForm(QScrollArea):
    edited = Signal()
    check_wanted = Signal()
    """What is sent to shall be checked with this and with every way to break it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = QComboBox()
        self.scheme = ChoiceBox(translate("Editor", "Scheme"))
        self.secret = QComboBox()
        self.typed = SecretField()
        self.new_id = QCheckBox(translate("Editor", "New id of the message"))
        self.broken = QComboBox()
        self.minutes = QSpinBox()
        self.check = QPushButton(translate("Editor", "Check the handler…"))
        self.fault = StateLine("error")
        self.remarks = StateLine("warning")
        self._note = remark_label()
        self._told = NOTHING_TOLD
        self._rules = NO_RULES
        self._breaks: list[Break] = []
        self._secrets: list[tuple[str, str]] = []
        self._picked: tuple[str, str] | None = None
        """The secret that the user has chosen; None: the first of the list."""
        self._build()
        self._connect()

    def choice(self) -> SigningChoice:
        secret = self._secret()
        return SigningChoice(
            self._how(),
            self.scheme.key(),
            secret if secret not in {_OWN, _TYPED} else None,
            self.typed.value() if secret == _TYPED else "",
            self._broken(),
            self.minutes.value(),
            self.new_id.isChecked(),
        )

    def show_surroundings(self, told: Told, rules: Rules) -> None:
        """What is known of the capture, and the secrets of now. What was chosen stays where it is still there."""
        self._told, self._rules = told, rules
        scheme = self.scheme.key()
        for box in (self.scheme, self.secret):
            box.blockSignals(True)
        schemes = sorted(
            ((one.name, one.title) for one in SCHEMES.values() if one.sign), key=lambda one: one[1].casefold()
        )
        own = scheme_title(told.scheme) if told.scheme else translate("Editor", "Not known: choose one")
        self.scheme.fill([("", own), *schemes])
        if scheme:
            self.scheme.choose(scheme)
        self._fill_secrets()
        self.secret.setCurrentIndex(self._secrets.index(self._picked) if self._picked in self._secrets else 0)
        for box in (self.scheme, self.secret):
            box.blockSignals(False)
        self._look()

    def show_breaks(self, breaks: Sequence[Break]) -> None:
        """Those that mean something now, and the one that is chosen."""
        chosen = self._broken()
        wanted = [one for one in Break if one in breaks or one is chosen]
        if self._breaks == wanted:
            return
        self._breaks = wanted
        before = self.broken.blockSignals(True)
        self.broken.clear()
        for one in wanted:
            self.broken.addItem(translate("Editor", BREAKS[one]))
        self.broken.setCurrentIndex(wanted.index(chosen))
        self.broken.blockSignals(before)

    def enter(self) -> None:
        self.how.setFocus()

    def forget(self) -> None:
        """No secret stays in a field that nobody sees."""
        self.typed.forget()

    def _how(self) -> How:
        """By its place: a box would keep the word of an enum, not the enum."""
        return list(How)[max(self.how.currentIndex(), 0)]

    def _broken(self) -> Break:
        return self._breaks[max(self.broken.currentIndex(), 0)] if self._breaks else Break.NOTHING

    def _secret(self) -> tuple[str, str]:
        return self._secrets[max(self.secret.currentIndex(), 0)] if self._secrets else _OWN

    def _fill_secrets(self) -> None:
        self.secret.clear()
        self._secrets = []
        count = len(self._rules.secrets_of(self._told.endpoint)) if self._told.endpoint else 0
        if count:
            words = translate("Editor", "Those of the endpoint {path}").format(path=visible(self._told.endpoint))
            self._offer(words, _OWN)
        for one in secrets_offered(self._told, self._rules):
            title = f"{visible(one.endpoint)} · {visible(one.label)} ({masked(one.value)})"
            self._offer(title, (one.endpoint, one.label))
        self._offer(translate("Editor", "Another one, not kept"), _TYPED)

    def _offer(self, title: str, secret: tuple[str, str]) -> None:
        self.secret.addItem(title)
        self._secrets.append(secret)

    def _look(self) -> None:
        """Only what matters for what is chosen can be changed."""
        how = self._how()
        new = how is How.NEW
        for widget in (self.secret, self.new_id):
            widget.setEnabled(new)
        self.typed.setVisible(new and self._secret() == _TYPED)
        self.minutes.setEnabled(self._broken() is Break.EXPIRED)
        self._note.setVisible(how is How.KEEP)

    def _pick(self) -> None:
        self._picked = self._secret()
        self._changed()

    def _changed(self) -> None:
        self._look()
        self.edited.emit()

    def _build(self) -> None:
        for how in How:
            self.how.addItem(translate("Editor", HOWS[how]))
        self.show_breaks((Break.NOTHING,))
        self.new_id.setChecked(True)
        self.new_id.setToolTip(
            translate("Editor", "Where the scheme signs one: a receiver may drop an id that it has seen")
        )
        for box in (self.how, self.secret, self.broken, self.scheme):
            narrow(box)
        self.minutes.setRange(0, _LONGEST)
        self.minutes.setSpecialValueText(translate("Editor", "longer than allowed"))
        self.minutes.setSuffix(translate("Editor", " minutes"))
        self._note.setText(
            translate("Editor", "Valid only while nothing that it covers is changed, and until it is too old.")
        )
        self.check.setAutoDefault(False)
        self.check.setToolTip(
            translate("Editor", "Sends it valid, twice, and broken in each way that a handler can notice")
        )
        inside = QWidget()
        form = FormRows(inside)
        form.put(0, translate("Editor", "Si&gnature"), self.how, self._note)
        form.put(1, translate("Editor", "Sche&me"), self.scheme)
        form.put(2, translate("Editor", "Secre&t"), self.secret, self.typed)
        form.put(3, "", self.new_id)
        form.put(4, translate("Editor", "&Break on purpose"), self.broken)
        form.put(5, translate("Editor", "E&xpired by"), self.minutes)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.fault)
        column.addWidget(self.remarks)
        column.addWidget(inside)
        column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(place)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.show_surroundings(NOTHING_TOLD, NO_RULES)

    def _connect(self) -> None:
        for box in (self.how, self.broken):
            box.currentIndexChanged.connect(lambda _at: self._changed())
        self.secret.currentIndexChanged.connect(lambda _at: self._pick())
        self.scheme.chosen.connect(lambda _key: self._changed())
        self.typed.changed.connect(self._changed)
        self.check.clicked.connect(self.check_wanted)
        self.new_id.toggled.connect(lambda _on: self._changed())
        self.minutes.valueChanged.connect(lambda _value: self._changed())
