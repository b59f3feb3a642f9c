"""The feed while the rows have another order than that of arrival."""

import pytest

from tests.ui.feeding import Around
from tests.ui.history import fill, judge, paid, records, tries
from tests.ui.rows import query_of
from webhook_inspector.core.order import Order
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.ui import feed as feed_file


@pytest.fixture
def around(aloop, folder):
    made = Around(folder.history)
    yield made
    aloop.run_until_complete(made.end())


def sized(*sizes):
    return [record for size in sizes for record in records(1, body=b"x" * size, target=f"/of-{size}")]


def sizes(around):
    return [int(path.split("-")[1].partition("/")[0]) for path in around.paths()]


@pytest.fixture
def quickly(monkeypatch):
    monkeypatch.setattr(feed_file, "SORT_SECONDS", 0.05)


async def test_puts_the_rows_in_another_order_and_back(aloop, around):
    fill(around.history, sized(30, 10, 20))
    await around.search("")
    await around.put_in_order(Order("size"))
    assert sizes(around) == [10, 20, 30]
    assert (around.model.order, list(around.model.ids)) == (Order("size"), [2, 3, 1])
    await around.put_in_order(Order("size", descending=True))
    assert sizes(around) == [30, 20, 10]
    assert (around.feed.total, around.feed.last) == (3, 3)
    await around.put_in_order(None)
    assert sizes(around) == [30, 10, 20]
    assert around.model.order is None


async def test_a_search_keeps_the_order(aloop, around):
    fill(around.history, sized(30, 10, 20, 11))
    await around.search("")
    await around.put_in_order(Order("size"))
    await around.search("of-1")
    assert sizes(around) == [10, 11]
    await around.search("")
    assert sizes(around) == [10, 11, 20, 30]


async def test_an_order_that_is_wanted_before_there_is_a_history(aloop, around):
    around.feed.put_in_order(Order("size"))
    fill(around.history, sized(30, 10))
    await around.search("")
    assert sizes(around) == [10, 30]


async def test_what_comes_is_put_in_its_place_later(aloop, around, quickly):
    around.feed._sorting.setInterval(50)
    fill(around.history, sized(30, 10))
    await around.search("")
    await around.put_in_order(Order("size"))
    fill(around.history, sized(20, 40))
    around.feed.stir()
    await around.until(lambda: around.model.rowCount() == 4)
    assert sizes(around) == [10, 20, 30, 40]
    assert (around.feed.total, around.feed.taken, around.feed.last) == (4, 2, 4)
    fill(around.history, sized(15))
    around.feed.stir()
    await around.until(lambda: around.model.rowCount() == 5)
    assert sizes(around) == [10, 15, 20, 30, 40]
    assert around.feed.taken == 3
    assert not around.failures


async def test_putting_in_order_anew_disturbs_no_search(aloop, around, quickly):
    fill(around.history, sized(30, 10))
    await around.search("")
    await around.put_in_order(Order("size"))
    busy = []
    around.feed.searching.connect(busy.append)
    around.feed.search(query_of("of-3"))
    around.feed._begin_sort_in()
    await around.until(lambda: busy == [True, False])
    assert sizes(around) == [30]


async def test_after_a_failure_new_ones_are_still_put_in_order(aloop, around, quickly, monkeypatch):
    fill(around.history, sized(30, 10))
    await around.search("")
    await around.put_in_order(Order("size"))
    usual = feed_file.ordered_found
    problem = Problem.of("store-unopenable", path="p", reason="r")
    monkeypatch.setattr(feed_file, "ordered_found", raising(KnownError(problem)))
    around.feed._begin_sort_in()
    await around.until(lambda: around.failures)
    assert sizes(around) == [10, 30]
    monkeypatch.setattr(feed_file, "ordered_found", usual)
    fill(around.history, sized(20))
    around.feed.stir()
    await around.until(lambda: around.model.rowCount() == 3)
    assert sizes(around) == [10, 20, 30]


def raising(error):
    def ask(*_):
        raise error

    return ask


async def test_what_is_unfolded_stays_so_when_new_ones_come(aloop, around, quickly):
    around.feed._sorting.setInterval(50)
    fill(around.history, tries("evt_1", "evt_2", "evt_1"))
    await around.search("")
    await around.put_in_order(Order("time", descending=True))
    assert list(around.model.ids) == [2, 1]
    around.feed.toggle_tries(1)
    await around.until(lambda: list(around.model.ids) == [2, 1, 3])
    fill(around.history, tries("evt_4", "evt_1"))
    around.feed.stir()
    await around.until(lambda: len(around.model.ids) == 5)
    assert list(around.model.ids) == [2, 4, 1, 3, 5]


async def test_what_is_gone_leaves_a_list_in_any_order(aloop, around):
    fill(around.history, sized(30, 10, 20))
    await around.search("")
    await around.put_in_order(Order("size"))
    around.feed.dropped([3])
    assert sizes(around) == [10, 30]
    assert [around.model.row_of(number) for number in (1, 2, 3)] == [1, 0, None]
    assert around.feed.total == 2


async def test_judging_that_ended_puts_in_order_anew(aloop, around, quickly, monkeypatch):
    around.feed._sorting.setInterval(50)
    around.feed._settling.setInterval(10)
    fill(around.history, records(2))
    await around.search("")
    await around.put_in_order(Order("verdict"))
    judge(around.history, {2: paid("evt", Status.INVALID), 1: paid("other", Status.VALID)})
    around.feed.settle()
    await around.until(lambda: list(around.model.ids) == [2, 1])
