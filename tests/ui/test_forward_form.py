from collections import Counter

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox

from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.ui.forward_form import ForwardForm

FULL = ForwardRule(
    "My app",
    ("http://localhost:3000/hooks", "https://staging.example.com"),
    endpoint="/stripe",
    filter="sig:valid",
    mode=Mode.PROXY,
    set_headers=(("X-Env", "test"),),
    drop_headers=("Cookie", "Authorization"),
    sign=True,
    in_order=True,
    attempts=3,
    age=7_200,
    timeout=5,
    fallback=503,
    private=True,
    paused=True,
)


@pytest.fixture
def form(qtbot):
    form = ForwardForm()
    qtbot.addWidget(form)
    form.resize(700, 500)
    form.show()
    return form


@pytest.mark.parametrize("rule", [FULL, ForwardRule("plain", ("http://a",))])
def test_a_rule_comes_back_as_it_was_shown(form, rule):
    heard = []
    form.changed.connect(lambda: heard.append(1))
    form.show_rule(rule, ())
    assert form.rule() == rule
    assert isinstance(form.rule().mode, Mode)
    assert form.complete()
    assert form.faults() == {}
    assert heard == []


def test_a_fault_is_told_at_its_place_while_it_is_typed(form):
    form.show_rule(FULL, ("taken",))
    heard = []
    form.changed.connect(lambda: heard.append(1))
    form.name.setText("taken")
    form.targets.setPlainText("ftp://x")
    form.filter.setText("sig:nonsense")
    form.set_headers.setPlainText("X-Env")
    form.drop_headers.setText("a:b")
    assert set(form.faults()) == {"name", "targets", "filter", "set_headers", "drop_headers"}
    assert "nonsense" in form.faults()["filter"]
    assert not form.complete()
    assert heard
    form.show_rule(FULL, ())
    assert form.complete()
    form.set_others(("My app",))
    assert set(form.faults()) == {"name"}


def test_the_fallback_is_for_a_proxy(form):
    form.show_rule(FULL, ())
    assert form.fallback.isEnabled()
    form.mode.setCurrentIndex(0)
    assert not form.fallback.isEnabled()
    assert form.rule().mode is Mode.QUEUE


def test_an_endpoint_is_shown_as_it_is_kept(form):
    form.show_rule(FULL, ())
    form.endpoint.setText("stripe/")
    form.endpoint.editingFinished.emit()
    assert form.endpoint.text() == form.rule().endpoint == "/stripe"
    form.endpoint.setText("")
    assert form.rule().endpoint == "/"


def test_an_age_is_told_in_words(form):
    form.show_rule(FULL, ())
    assert form._age_words.text() == "2 h"


def test_every_field_has_a_name_and_no_letter_is_underlined_twice(form):
    fields = [form.name, form.targets, form.endpoint, form.filter, form.mode, form.drop_headers]
    kinds = (QLineEdit, QPlainTextEdit, QSpinBox)
    fields += [one for kind in kinds for one in form.findChildren(kind) if not isinstance(one.parent(), QSpinBox)]
    assert all(field.accessibleName() for field in fields)
    texts = [label.text() for label in form.findChildren(QLabel) if label.buddy()]
    texts += [box.text() for box in form.findChildren(QCheckBox)]
    texts += ["&Add", "&Remove", "Ru&les", "&Save", "&Close"]
    letters = Counter(text[text.index("&") + 1].lower() for text in texts)
    assert max(letters.values()) == 1, letters


def test_a_new_rule_begins_with_its_name(form, qtbot):
    form.show_rule(ForwardRule("", ()), ())
    form.enter()
    qtbot.waitUntil(form.name.hasFocus)
