from asyncio import AbstractEventLoop, sleep

from pytestqt.qtbot import QtBot

from tests.makers import make_capture, make_record
from tests.ui.shelf import Bench, Shelf
from webhook_inspector.ui.pane_overview import OverviewPane
from webhook_inspector.ui.theme import code_font
from webhook_inspector.ui.value_text import ValueText


async def test_shows_the_facts_and_hides_empty_ones(aloop: AbstractEventLoop, qtbot: QtBot):
    shelf = Shelf(make_record())
    bench = Bench(shelf)
    pane = OverviewPane(bench.tools)
    qtbot.addWidget(pane)
    pane.resize(600, 500)
    pane.show()
    await pane.fill(shelf.loaded())
    assert pane.value("method") == "POST"
    assert pane.value("query") == "x = 1"
    shown = {child.accessibleName() for child in pane.findChildren(ValueText) if child.isVisible()}
    assert {"Time received", "Host", "SHA-256 of the body", "Reply"} <= shown
    assert not {"State", "Content encoding"} & shown
    await bench.close()


async def test_sums_up_a_large_body_as_a_whole(aloop: AbstractEventLoop, qtbot: QtBot):
    large = make_record(make_capture(body=b"x" * (2**20 + 1)))
    shelf = Shelf(large)
    bench = Bench(shelf)
    pane = OverviewPane(bench.tools)
    qtbot.addWidget(pane)
    await pane.fill(shelf.loaded())
    assert pane.value("digest") == "…"
    await sleep(0.05)
    assert pane.value("digest") == large.capture.sha256()
    await bench.close()


async def test_takes_another_code_font(aloop: AbstractEventLoop, qtbot: QtBot):
    shelf = Shelf(make_record())
    bench = Bench(shelf)
    pane = OverviewPane(bench.tools)
    qtbot.addWidget(pane)
    pane.resize(600, 500)
    pane.show()
    pane.set_code_font(code_font(8))
    await pane.fill(shelf.loaded())
    [target] = [child for child in pane.findChildren(ValueText) if child.accessibleName() == "Target"]
    small = target.height()
    pane.set_code_font(code_font(24))
    await sleep(0)
    assert target.height() > small
    await bench.close()
