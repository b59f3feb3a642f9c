from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_head, make_record
from tests.shared_secrets import valid_vector
from tests.ui.judged import examined
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.ui.key_source import KeySource


def paypal():
    vector = valid_vector("paypal")
    fields = tuple((name.decode(), value.decode()) for name, value in vector.request.fields)
    return examined(
        make_record(make_capture(make_head(target="/paypal", headers=fields), vector.request.body)), NO_RULES
    )


@pytest.fixture
def source(qtbot: QtBot) -> KeySource:
    made = KeySource()
    qtbot.addWidget(made)
    return made


def test_offers_to_fetch_the_key_that_is_missing(source: KeySource, qtbot: QtBot):
    source.offer(paypal(), fetch_allowed=False)
    assert not source.isHidden()
    assert source.button.text() == "Fetch the key from api.paypal.com…"
    assert source.below.toPlainText().startswith("https://api.paypal.com/")
    with qtbot.waitSignal(source.pressed):
        source.button.click()


def test_offers_nothing_that_is_permitted_or_not_needed(source: KeySource):
    source.offer(paypal(), fetch_allowed=False)
    source.offer(paypal(), fetch_allowed=True)
    assert source.isHidden()
    source.offer(paypal(), fetch_allowed=False)
    source.offer(examined(), fetch_allowed=False)
    assert source.isHidden()


@pytest.mark.parametrize("allowed", [True, False])
def test_says_why_a_key_must_not_be_fetched(source: KeySource, allowed):
    found = paypal()
    refused = replace(found.published, problem=Problem.of("no-capture", id=7))
    source.offer(replace(found, published=refused), fetch_allowed=allowed)
    assert source.text.toPlainText() == "There is no capture 7."
    assert source.button.isHidden()
