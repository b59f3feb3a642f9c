from asyncio import AbstractEventLoop

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.ui.body_text import COPY_LIMIT
from webhook_inspector.ui.content_text import SHOWN_LIMIT, lay_out
from webhook_inspector.ui.parts import StateLine
from webhook_inspector.ui.signed_content import SignedContent
from webhook_inspector.ui.theme import code_font


def make(qtbot: QtBot, bench: Bench) -> SignedContent:
    content = SignedContent(bench.tools)
    qtbot.addWidget(content)
    content.resize(600, 400)
    content.show()
    return content


async def test_shows_text_or_hexadecimal(aloop: AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    content = make(qtbot, bench)
    content.show_content(lay_out(b"1.{\r\n}"), "")
    assert content.words.toPlainText() == "6 bytes"
    assert content.view.toPlainText() == "1.{\\r\\n\n}"
    content.hex.click()
    assert content.view.toPlainText().startswith("00000000  31 2e 7b 0d 0a 7d")
    content.show_content(lay_out(b"2"), "")
    assert content.view.toPlainText().startswith("00000000  32")
    content.text.click()
    assert content.view.toPlainText() == "2"
    await bench.close()


async def test_says_what_it_is_made_of(aloop: AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    content = make(qtbot, bench)
    content.show_content(lay_out(b"1234"), "the body is not signed")
    assert content.words.toPlainText() == "4 bytes · the body is not signed"
    content.show_content(lay_out(b""), "nothing is signed")
    assert content.words.toPlainText() == "nothing is signed"
    assert not any(part.isVisible() for part in (content.view, content.copy, content.copy_hex, content.text))
    await bench.close()


async def test_copies_all_of_it(aloop: AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    bench = Bench(Shelf())
    content = make(qtbot, bench)
    whole = b"x" * SHOWN_LIMIT + b"\r\nend"
    content.show_content(lay_out(whole), "")
    [note] = [line.text for line in content.findChildren(StateLine) if line.isVisible()]
    assert note == f"Only the first {SHOWN_LIMIT} of {len(whole)} bytes are shown."
    content.copy.click()
    await until(lambda: bench.told)
    assert qapp.clipboard().text() == whole.decode()
    content.copy_hex.click()
    await until(lambda: len(bench.told) == 2)
    assert qapp.clipboard().text() == whole.hex()
    assert bench.told == ["Signed content copied."] * 2
    await bench.close()


async def test_says_that_it_copied_a_part(aloop: AbstractEventLoop, qtbot: QtBot, qapp: QApplication):
    bench = Bench(Shelf())
    content = make(qtbot, bench)
    content.show_content(lay_out(b"x" * (COPY_LIMIT + 1)), "")
    content.copy.click()
    await until(lambda: bench.told)
    assert bench.told == ["The first 16.0 MiB of the signed content copied."]
    assert len(qapp.clipboard().text()) == COPY_LIMIT
    qapp.clipboard().clear()
    await bench.close()


async def test_is_as_high_as_its_lines_up_to_a_limit(aloop: AbstractEventLoop, qtbot: QtBot):
    bench = Bench(Shelf())
    content = make(qtbot, bench)
    content.set_code_font(code_font(9))
    content.show_content(lay_out(b"1"), "")
    one = content.view.height()
    content.show_content(lay_out(b"1\n2\n3"), "")
    three = content.view.height()
    assert three == one + 2 * content.view.fontMetrics().lineSpacing()
    content.show_content(lay_out(b"x\n" * 500), "")
    many = content.view.height()
    assert many > three
    content.show_content(lay_out(b"x\n" * 5000), "")
    await until(lambda: content.view.blockCount() == 5000)
    assert content.view.height() == many
    content.set_code_font(code_font(18))
    assert content.view.height() > many
    await bench.close()
