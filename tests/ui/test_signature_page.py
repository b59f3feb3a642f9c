from asyncio import AbstractEventLoop

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.makers import make_record
from tests.ui.judged import RIGHT, WRONG, examined, rules_of, signed_record
from tests.ui.shelf import Bench, Shelf
from webhook_inspector.core.rules import NO_RULES
from webhook_inspector.core.verdict import Step
from webhook_inspector.ui.signature_page import SignaturePage, coverage
from webhook_inspector.ui.theme import code_font
from webhook_inspector.ui.tone_text import ToneText


def captions(page: SignaturePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.font().bold()]


async def test_shows_every_part_of_a_verdict(aloop: AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    page = SignaturePage(bench.tools)
    qtbot.addWidget(page)
    page.show()
    page.show_verdict(examined(rules=rules_of(WRONG)), fetch_allowed=False)
    assert captions(page) == ["Steps", "Signature", "Signed content"]
    assert page.line.headline.toPlainText() == "✗ Signature does not match"
    assert "✗\tthe signature does not fit" in page.steps.toPlainText()
    assert page.digest.words.toPlainText().startswith("Difference from character")
    assert page.content.view.toPlainText().endswith('.{"id":"evt_1"}')
    assert page.content.words.toPlainText() == "25 bytes"
    await bench.close()


async def test_leaves_out_what_a_verdict_does_not_tell(aloop: AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    page = SignaturePage(bench.tools)
    qtbot.addWidget(page)
    page.show()
    page.show_verdict(examined(), fetch_allowed=False)
    page.show_verdict(examined(make_record(), NO_RULES), fetch_allowed=False)
    assert captions(page) == ["Steps"]
    page.say("There is no capture 7.", "fail")
    assert captions(page) == []
    shown = [text.toPlainText() for text in page.findChildren(ToneText) if text.isVisible()]
    assert shown == ["There is no capture 7."]
    await bench.close()


async def test_shows_nothing_of_a_secret(aloop: AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    page = SignaturePage(bench.tools)
    qtbot.addWidget(page)
    for value in (RIGHT, WRONG):
        found = examined(signed_record(), rules_of(value))
        page.show_verdict(found, fetch_allowed=False)
        texts = [*page.findChildren(ToneText), page.steps, page.content.view]
        assert not [text for text in texts if value in text.toPlainText() or value in text.toolTip()]
    await bench.close()


async def test_hands_the_code_font_on(aloop: AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    page = SignaturePage(bench.tools)
    qtbot.addWidget(page)
    page.set_code_font(code_font(21))
    assert page.digest.expected.font().pointSizeF() == page.content.view.font().pointSizeF() == 21
    await bench.close()


@pytest.mark.parametrize(
    ("fact", "words"),
    [("25 bytes are signed", ""), ("the body is not signed", "the body is not signed"), ("a\u202e", "a\\u202e")],
)
def test_says_of_the_content_what_its_size_does_not(fact, words):
    assert coverage(Step("content", True, fact)) == words


async def test_every_text_has_a_name(aloop: AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    page = SignaturePage(bench.tools)
    qtbot.addWidget(page)
    page.show_verdict(examined(), fetch_allowed=False)
    texts = [*page.findChildren(ToneText), page.steps, page.content.view]
    assert not [text for text in texts if not text.accessibleName()]
    await bench.close()
