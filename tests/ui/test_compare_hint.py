from tests.makers import make_capture, make_head, make_record
from tests.ui.history import paid
from tests.ui.shelf import Bench, Shelf, until
from webhook_inspector.ui.compare_hint import HINT_LIMIT, earlier, hint, worth_it
from webhook_inspector.ui.pane_overview import OverviewPane


def invoice(event_id, body, judgement=True):
    head = make_head(headers=(("Content-Type", "application/json"), ("Date", event_id)))
    return make_record(make_capture(head, body), judgement=paid(event_id) if judgement else None)


SHELF = (invoice("evt_1", b'{"a":1,"b":1,"id":"evt_1Nx3fgh2"}'), invoice("evt_2", b'{"a":2,"b":2,"id":"evt_1Nx3fgh3"}'))


def test_what_there_is_to_compare_with():
    shelf = Shelf(*SHELF, invoice("evt_3", b"{}", judgement=False))
    assert [worth_it(shelf.loaded(number)) for number in (1, 2, 3)] == [True, True, False]
    assert earlier(shelf, shelf.loaded(1).record) is None
    found = earlier(shelf, shelf.loaded(2).record)
    assert found is not None
    assert (found.before.id, found.after.id) == (1, 2)


def test_large_bodies_are_not_compared_unasked():
    large = invoice("evt_1", b"x" * (HINT_LIMIT + 1))
    shelf = Shelf(large, SHELF[0])
    assert earlier(shelf, shelf.loaded(2).record) is None
    assert [worth_it(shelf.loaded(number)) for number in (1, 2)] == [False, True]


async def test_the_words(aloop):
    shelf = Shelf(*SHELF)
    bench = Bench(shelf)
    found = earlier(shelf, shelf.loaded(2).record)
    assert found is not None
    assert await hint(found, bench.tools.workshop) == "Since the last invoice.paid (capture 1): 2 values"
    await bench.close()


async def test_the_overview_shows_it(aloop, qtbot):
    shelf = Shelf(*SHELF)
    bench = Bench(shelf)
    pane = OverviewPane(bench.tools)
    qtbot.addWidget(pane)
    await pane.fill(shelf.loaded(2))
    await until(lambda: pane.value("changed"))
    assert pane.value("changed") == "Since the last invoice.paid (capture 1): 2 values"
    await pane.fill(shelf.loaded(1))
    assert pane.value("changed") == ""
    await bench.close()
