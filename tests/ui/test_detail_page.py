import asyncio

from pytestqt.qtbot import QtBot

from tests.makers import make_record
from tests.ui.shelf import Bench, Shelf
from webhook_inspector.ui.detail_page import TABS, Page
from webhook_inspector.ui.theme import code_font


def test_the_titles_are_a_contract():
    assert [tab.title for tab in TABS] == ["Overview", "Headers", "Body", "Signature", "Deliveries", "Raw"]


async def test_a_page_makes_its_pane_when_it_is_needed(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    shelf = Shelf(make_record())
    bench = Bench(shelf)
    for tab in TABS:
        page = Page(tab, bench.tools)
        qtbot.addWidget(page)
        page.set_code_font(code_font(21))
        page.say("Select a capture to see it.")
        assert page.pane is None
        assert page.words == "Select a capture to see it."
        loaded = shelf.loaded()
        await page.fill(loaded)
        assert page.words == ""
        assert page.filled_with is loaded
        assert page.currentWidget() is page.pane
        page.set_code_font(code_font(9))
        page.say("Loading…")
        assert page.words == "Loading…"
        assert page.filled_with is None
    await bench.close()


async def test_a_page_is_not_filled_twice_with_the_same(aloop: asyncio.AbstractEventLoop, qtbot: QtBot):
    shelf = Shelf(make_record())
    bench = Bench(shelf)
    page = Page(TABS[1], bench.tools)
    qtbot.addWidget(page)
    loaded = shelf.loaded()
    await page.fill(loaded)
    page.pane.tree.items()[0].setSelected(True)
    await page.fill(loaded)
    assert page.pane.tree.fields()
    await page.fill(shelf.loaded())
    assert not page.pane.tree.fields()
    await bench.close()
