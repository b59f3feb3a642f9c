from pathlib import Path

import pytest

from webhook_inspector.ui.editor_options import OptionsForm


@pytest.fixture
def form(qtbot):
    made = OptionsForm()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_usual_is_careful(form):
    options = form.options()
    assert (options.timeout, options.connect_timeout, options.trust.verify, options.proxies) == (30, 10, True, True)
    assert options.trust.ca_file is None
    assert not form.follows


def test_they_are_what_was_chosen(form, qtbot):
    form.timeout.setValue(5)
    form.redirects.setCurrentIndex(1)
    form.ca_file.setText(" /tmp/ca.pem ")
    form.proxies.setChecked(False)
    options = form.options()
    assert (options.timeout, options.connect_timeout, options.proxies) == (5, 5, False)
    assert options.trust.ca_file == Path("/tmp/ca.pem")
    assert form.follows


def test_a_certificate_that_is_not_checked_is_warned_of(form):
    assert not form.warning.isVisible()
    form.verify.setChecked(False)
    assert form.warning.isVisible()
    assert not form.options().trust.verify


def test_the_ca_file_can_be_chosen(form, qtbot):
    with qtbot.waitSignal(form.ca_file_wanted):
        form.choose.click()
    form.show_ca_file(Path("some") / "ca.pem")
    assert form.options().trust.ca_file == Path("some") / "ca.pem"
    form.verify.setChecked(False)
    assert not form.choose.isEnabled()


def test_what_changes_the_request_is_told(form, qtbot):
    for box in (form.raw, form.fills):
        with qtbot.waitSignal(form.edited):
            box.setChecked(True)
    assert not form.keep_host.isEnabled()


def test_the_environment_stays_while_it_is_there(form):
    form.fills.setChecked(True)
    form.show_environments(["local", "staging"])
    assert form.environment.isEnabled()
    form.environment.setCurrentIndex(1)
    form.show_environments(["new", "staging"])
    assert form.environment.currentText() == "staging"
    form.show_environments([])
    assert form.environment.currentText() == ""
    assert not form.environment.isEnabled()


def test_everything_has_a_name(form):
    fields = (form.timeout, form.redirects, form.verify, form.ca_file, form.proxies, form.environment, form.variables)
    assert form.choose.accessibleName() == "Choose the CA file"
    assert all(widget.accessibleName() or widget.text() for widget in fields)
