import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.secret import Secret
from webhook_inspector.providers.table import PROVIDERS
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.ui.endpoint_form import EndpointForm, scheme_title
from webhook_inspector.ui.theme import apply

SECRETS = (Secret("/stripe", "live", "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y"),)
STRIPE = Endpoint("/stripe", "stripe", "stripe", {"tolerance_seconds": 60})


@pytest.fixture
def form(qtbot: QtBot) -> EndpointForm:
    made = EndpointForm()
    qtbot.addWidget(made)
    made.set_surroundings("http://127.0.0.1:8787/", "")
    made.show_endpoint(STRIPE, SECRETS, ("/github",))
    made.resize(600, 500)
    with qtbot.waitActive(made):
        made.show()
    return made


def changes(form: EndpointForm) -> list[int]:
    made: list[int] = []
    form.changed.connect(lambda: made.append(1))
    return made


def test_shows_an_endpoint_and_gives_it_back(form: EndpointForm):
    said = changes(form)
    for endpoint in (
        STRIPE,
        Endpoint("/x"),
        Endpoint("/y", "later-scheme", "later-provider", {"colour": "blue"}, 7, 10**9),
    ):
        form.show_endpoint(endpoint, SECRETS, ())
        assert form.endpoint() == endpoint
        assert form.secrets() == SECRETS
        assert form.complete()
    assert said == []


def test_how_much_is_kept_can_be_filled_in(form: EndpointForm):
    said = changes(form)
    assert (form._keep_days.text(), form._keep_count.text()) == ("as long as the others", "as many as come")
    assert (form._keep_days.accessibleName(), form._keep_count.accessibleName()) == ("Keep days", "Keep captures")
    form._keep_days.setValue(30)
    form._keep_count.setValue(500)
    assert len(said) == 2
    assert (form.endpoint().keep_days, form.endpoint().keep_count) == (30, 500)


def test_the_address_for_the_provider_can_be_copied(form: EndpointForm):
    assert form._url.text() == "http://127.0.0.1:8787/stripe"
    form._copy.click()
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8787/stripe"
    form._path.setText("hooks/stripe/")
    assert form._url.text() == "http://127.0.0.1:8787/hooks/stripe"
    form._path.setText("/")
    assert form._url.text() == "http://127.0.0.1:8787/"
    form.set_surroundings("", "")
    assert (form._url.text(), form._url.placeholderText()) == ("", "not listening")
    assert not form._copy.isEnabled()


@pytest.mark.parametrize(("path", "complete"), [("", False), ("/a b", False), ("/github/", False), ("github/x", True)])
def test_a_path_that_cannot_be_is_said_below_it(form: EndpointForm, path: str, complete: bool):
    form._path.setText(path)
    assert form.complete() is complete
    assert bool(form._fault.text) is not complete
    assert form._copy.isEnabled() is complete


def test_the_path_is_shown_as_it_will_be_kept(form: EndpointForm):
    form._path.setText("https://abc.tunnel.example/hooks/")
    form._path.editingFinished.emit()
    assert form._path.text() == "/hooks"
    form._path.setText(" ")
    form._path.editingFinished.emit()
    assert form._path.text() == " "


def test_another_endpoint_may_take_the_path_meanwhile(form: EndpointForm):
    form.set_others(("/stripe",))
    assert not form.complete()


def test_a_faulty_setting_makes_it_incomplete(form: EndpointForm):
    form._settings._rows["tolerance_seconds"].field.setText("soon")
    assert not form.complete()


def test_all_providers_and_schemes_are_offered(form: EndpointForm):
    assert form._provider.count() >= len(PROVIDERS) + 1
    assert form._scheme.count() == len(SCHEMES) + 1
    for box in (form._provider, form._scheme):
        titles = [box.itemText(at) for at in range(1, box.count())]
        assert box.itemText(0) == "As the request tells"
        assert titles == sorted(titles, key=str.casefold)
    assert form._scheme.itemText(form._scheme.findData("netlify")) == "Netlify (reported, not official)"
    assert form._scheme.itemText(form._scheme.findData("github")) == "GitHub"


def test_another_scheme_brings_its_settings_and_judges_its_secrets(form: EndpointForm):
    said = changes(form)
    form._scheme.choose("paypal")
    assert said == [1]
    assert list(form._settings._rows) == ["webhook_id", "tolerance_seconds"]
    assert form._secrets._scheme == "paypal"
    assert form.endpoint().scheme == "paypal"


def test_every_change_is_said(form: EndpointForm):
    said = changes(form)
    form._path.setText("/other")
    form._provider.choose("github")
    form._settings._rows["tolerance_seconds"].field.setText("10")
    form._secrets._remove.click()
    assert len(said) == 4


def test_the_keyboard_goes_from_above_to_below(form: EndpointForm):
    form._scheme.choose("generic-hmac")
    chain, widget = [], form._path
    while widget is not form._secrets.tree:
        chain.append(widget)
        widget = widget.nextInFocusChain()
        assert len(chain) < 200
    wanted = [form._path, form._provider, form._scheme, *form._settings.fields()]
    assert [one for one in chain if one in wanted] == wanted


def test_says_where_secrets_are_kept(form: EndpointForm):
    assert "secrets.toml" in form._place.text()
    form.set_surroundings("", "GNOME Keyring")
    assert form._place.text() == "Secrets are kept in GNOME Keyring."


def test_the_whole_width_of_the_form_is_seen(form: EndpointForm):
    form.resize(form.minimumSizeHint())
    assert form.horizontalScrollBar().maximum() == 0


def test_follows_the_theme(qtbot: QtBot, qapp: QApplication, form: EndpointForm):
    apply(qapp, "light")
    light = form._copy.icon().pixmap(32).toImage()
    apply(qapp, "dark")
    qtbot.waitUntil(lambda: form._copy.icon().pixmap(32).toImage() != light)
    apply(qapp, "light")


def test_every_field_has_a_name(form: EndpointForm):
    form._scheme.choose("generic-hmac")
    for widget in (form._url, form._path, form._provider, form._scheme, *form._settings.fields(), form._secrets.tree):
        assert widget.accessibleName()
    assert all(box.accessibleName() for box in form.findChildren(QComboBox))


def test_the_title_of_a_scheme():
    assert scheme_title("stripe") == "Stripe"
    assert scheme_title("later") == "later"
    assert scheme_title("") == "as the request tells"
