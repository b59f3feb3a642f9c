import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.setting_rows import SETTING_ROWS, rows_for
from webhook_inspector.ui.form_rows import FormRows
from webhook_inspector.ui.scheme_settings import SchemeSettings


class Place:
    def __init__(self, qtbot: QtBot) -> None:
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.settings = SchemeSettings(FormRows(self.widget), 4)
        self.changes = 0
        self.settings.changed.connect(self.count)

    def count(self) -> None:
        self.changes += 1

    def field(self, name: str) -> QWidget:
        return self.settings._rows[name].field

    def type(self, name: str, text: str) -> None:
        field = self.field(name)
        assert isinstance(field, QLineEdit)
        field.setText(text)


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    return Place(qtbot)


def test_only_what_matters_is_shown(place: Place):
    for scheme in ("", "github", "stripe", "generic-hmac", "google-pubsub-oidc", "no such scheme"):
        place.settings.show_settings(scheme, {})
        assert list(place.settings._rows) == [row.name for row in rows_for(scheme)]
        assert len(place.settings.fields()) == len(rows_for(scheme))
        assert place.settings.settings() == {}
        assert not place.settings.faulty()


def test_every_scheme_can_be_shown_and_every_field_has_its_words(place: Place):
    for scheme in SCHEMES:
        place.settings.show_scheme(scheme)
        for field in place.settings.fields():
            assert field.accessibleName()
            assert field.accessibleDescription()


FILLED = {
    "tolerance_seconds": 60,
    "signature_header": "X-Sig",
    "prefix": "v1= ",
    "hash": "sha512",
    "template": "{timestamp}.{body}",
    "timestamp_header": "X-Ts",
    "timestamp_unit": "ms",
    "key_encoding": "hex",
    "encoding": "base64",
    "signed_url": "https://hooks.example.com/",
}


def test_what_is_set_is_shown_and_comes_back_the_same(place: Place):
    place.settings.show_settings("generic-hmac", FILLED)
    assert place.settings.settings() == FILLED
    place.settings.show_settings("standard-webhooks", {"secret_is_raw": True})
    assert place.settings.settings() == {"secret_is_raw": True}
    place.settings.show_settings("rfc9421", {"required_headers": ("@method", "date")})
    assert place.settings.settings() == {"required_headers": ("@method", "date")}
    assert place.changes == 0


def test_each_kind_of_field_sets_and_unsets(place: Place):
    place.settings.show_settings("generic-hmac", {})
    place.type("signature_header", "X-Sig")
    choice = place.field("hash")
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "usual: sha256"
    choice.setCurrentIndex(choice.findData("sha1"))
    assert place.settings.settings() == {"signature_header": "X-Sig", "hash": "sha1"}
    choice.setCurrentIndex(0)
    place.type("signature_header", " ")
    assert place.settings.settings() == {}
    place.settings.show_scheme("svix")
    flag = place.field("secret_is_raw")
    assert isinstance(flag, QCheckBox)
    flag.setChecked(True)
    assert place.settings.settings() == {"secret_is_raw": True}
    flag.setChecked(False)
    assert place.settings.settings() == {}
    assert place.changes == 6


def test_the_usual_tolerance_is_named(place: Place):
    place.settings.show_settings("stripe", {})
    assert place.field("tolerance_seconds").placeholderText() == "usual: 300"
    place.settings.show_scheme("workos")
    assert place.field("tolerance_seconds").placeholderText() == "usual: 180"
    place.settings.show_scheme("rfc9421")
    assert place.field("tolerance_seconds").placeholderText() == "age is not checked"
    place.settings.show_scheme("")
    assert place.field("tolerance_seconds").placeholderText() == "as usual for the scheme"


def test_a_text_that_means_nothing_is_said_below_its_field(place: Place):
    place.settings.show_settings("stripe", {})
    place.type("tolerance_seconds", "soon")
    row = place.settings._rows["tolerance_seconds"]
    assert place.settings.faulty()
    assert row.problem.text
    assert row.help.isHidden()
    assert place.settings.settings() == {}
    place.type("tolerance_seconds", "30")
    assert not place.settings.faulty()
    assert not row.problem.text
    assert not row.help.isHidden()


def test_a_wrong_value_from_a_file_is_said_at_once(place: Place):
    place.settings.show_settings("generic-hmac", {"hash": "crc32", "tolerance_seconds": "soon"})
    assert place.field("hash").currentText() == "crc32"
    assert place.settings._rows["hash"].problem.text
    assert place.settings._rows["tolerance_seconds"].problem.text
    assert place.settings.faulty()


def test_a_scheme_chosen_by_mistake_costs_nothing(place: Place):
    place.settings.show_settings("generic-hmac", FILLED)
    place.settings.show_scheme("stripe")
    assert place.settings.settings() == {"tolerance_seconds": 60}
    place.settings.show_scheme("generic-hmac")
    assert place.settings.settings() == FILLED


def test_settings_of_another_version_stay(place: Place):
    place.settings.show_settings("stripe", {"colour": "blue"})
    assert place.settings.settings() == {"colour": "blue"}


def test_while_the_request_tells_the_scheme_every_setting_that_is_made_stays(place: Place):
    made = {"algorithms": ("ES256",), "tolerance_seconds": 5}
    place.settings.show_settings("", made)
    assert place.settings.settings() == made
    assert list(place.settings._rows) == ["algorithms", "signed_url", "tolerance_seconds"]


def test_all_settings_at_once_can_be_shown(place: Place):
    place.settings.show_settings("", {row.name: row.choices[0] if row.choices else "1" for row in SETTING_ROWS})
    assert len(place.settings.fields()) == len(SETTING_ROWS)
