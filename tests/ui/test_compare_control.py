import pytest

from tests.makers import make_capture, make_head, make_record
from tests.ui.history import fill, paid, records
from tests.ui.running import running, until
from webhook_inspector.settings import load_settings, save_setting
from webhook_inspector.ui import pane_overview
from webhook_inspector.ui.compare_window import CompareWindow


@pytest.fixture(autouse=True)
def only_what_is_asked_for(monkeypatch):
    """The overview compares by itself after a moment; here it would do so while the window closes."""
    monkeypatch.setattr(pane_overview, "PATIENCE_SECONDS", 600)


def invoice(event_id, body):
    head = make_head(headers=(("Content-Type", "application/json"),))
    return make_record(make_capture(head, body), judgement=paid(event_id))


THREE = [invoice("evt_1", b'{"a":1}'), invoice("evt_2", b'{"a":2}'), invoice("evt_2", b'{"a":2,"b":1}')]


def shown(one):
    found = one.window.findChild(CompareWindow)
    return found if found is not None and found.isVisible() and found.words != "Comparing…" else None


async def test_the_current_one_with_the_previous_of_its_kind(aloop, folder):
    fill(folder.history, THREE)
    async with running(folder) as one:
        await until(lambda: one.rows() == 2)
        one.window.view.select_id(2)
        one.window.actions_by_key["compare-previous"].trigger()
        await until(lambda: shown(one))
        window = shown(one)
        assert window.words == "Different: 1 value."
        assert window.windowTitle().startswith("Compare 1 · ")
        window.bar.ignore("a")
        await until(lambda: window.words == "Nothing is different. 1 is ignored.")
        window.bar._inline.click()
        await until(lambda: window.table.model.columnCount() == 2)
        window.close()


async def test_what_is_ignored_is_kept(aloop, folder):
    fill(folder.history, THREE)
    save_setting(folder.settings, "compare.ignore", ["b"])
    for before, after in (("b", "b, a"), ("b, a", "b, a")):
        async with running(folder) as one:
            await until(lambda one=one: one.rows() == 2)
            one.window.view.select_id(2)
            one.window.actions_by_key["compare-previous"].trigger()
            await until(lambda one=one: shown(one))
            window = shown(one)
            assert window.bar.patterns.text() == before
            window.bar.ignore("a")
            await until(lambda window=window: window.words == "Nothing is different. 1 is ignored.")
            assert window.bar.patterns.text() == after
            await until(lambda: load_settings(folder.settings).texts("compare.ignore") == ("b", "a"))
            window.close()


async def test_a_file_that_cannot_be_read_is_told_and_keeps_nobody_from_comparing(aloop, folder):
    fill(folder.history, THREE)
    async with running(folder) as one:
        await until(lambda: one.rows() == 2)
        one.window.view.select_id(2)
        folder.settings.write_text("[compare")
        one.window.actions_by_key["compare-previous"].trigger()
        await until(lambda: shown(one))
        assert "not valid TOML" in one.banners["compare"]
        one.window.banners.drop("compare")
        shown(one).bar.ignore("a")
        await until(lambda: "not valid TOML" in one.banners.get("compare", ""))
    assert folder.settings.read_text() == "[compare"


async def test_one_try_with_another(aloop, folder):
    fill(folder.history, THREE)
    async with running(folder) as one:
        await until(lambda: one.rows() == 2)
        one.window.view.select_id(2)
        one.window.actions_by_key["compare-tries"].trigger()
        await until(lambda: shown(one))
        assert shown(one).words == "Different: 1 value."
        assert " with 3 · " in shown(one).windowTitle()


async def test_the_two_selected(aloop, folder):
    fill(folder.history, records(2))
    async with running(folder) as one:
        await until(lambda: one.rows() == 2)
        one.window.view.selectAll()
        one.window.actions_by_key["compare-selected"].trigger()
        await until(lambda: shown(one))
        assert shown(one).words == "Different: request line."


async def test_what_cannot_be_compared_is_told(aloop, folder):
    fill(folder.history, records(3))
    async with running(folder) as one:
        await until(lambda: one.rows() == 3)
        for key, words in (
            ("compare-previous", "Nothing tells which event capture 1 is"),
            ("compare-tries", "Capture 1 came only once"),
            ("compare-selected", "Select two captures to compare them. Selected: 1."),
        ):
            one.window.view.select_id(1)
            one.window.actions_by_key[key].trigger()
            await until(lambda words=words: words in one.banners.get("compare", ""))
        assert shown(one) is None


async def test_without_a_selection_nothing_happens(aloop, folder):
    async with running(folder) as one:
        one.window.actions_by_key["compare-previous"].trigger()
        one.window.actions_by_key["compare-tries"].trigger()
        assert "compare" not in one.banners
