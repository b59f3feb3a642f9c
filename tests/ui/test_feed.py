import asyncio
import sqlite3
from contextlib import closing

import pytest

from tests.ui.feeding import Around
from tests.ui.history import fill, judge, paid, records, tries
from tests.ui.rows import place_of, query_of
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.ui import feed as feed_file
from webhook_inspector.ui import found as found_file
from webhook_inspector.ui.found import disk_size


@pytest.fixture
def around(aloop, folder):
    made = Around(folder.history)
    yield made
    aloop.run_until_complete(made.end())


async def test_shows_what_is_there(aloop, around):
    fill(around.history, records(3))
    await around.search("")
    assert around.paths() == ["/hook/0", "/hook/1", "/hook/2"]
    assert (around.feed.total, around.feed.last, around.feed.ready) == (3, 3, True)


async def test_of_very_many_the_first_are_shown_before_all_are_counted(aloop, around, monkeypatch):
    monkeypatch.setattr(found_file, "COUNTED", 3)
    fill(around.history, records(5))
    with closing(sqlite3.connect(around.history)) as connection, connection:
        connection.execute("DELETE FROM captures WHERE id < 3")
    shown, amended = [], []
    around.model.modelReset.connect(lambda: shown.append((len(around.model.ids), around.feed.total)))
    around.feed.amended.connect(lambda: amended.append(around.feed.total))
    await around.search("")
    assert shown == [(3, 5)]
    assert (around.feed.total, amended) == (3, [3])
    await around.search("hook")
    assert shown[1:] == [(3, 3)]
    assert (around.feed.total, amended) == (3, [3])


async def test_of_very_many_the_older_are_shown_and_counted_together(aloop, around, monkeypatch):
    for file in (found_file, feed_file):
        monkeypatch.setattr(file, "FIRST", 2)
    monkeypatch.setattr(found_file, "COUNTED", 3)
    fill(around.history, records(5))
    with closing(sqlite3.connect(around.history)) as connection, connection:
        connection.execute("DELETE FROM captures WHERE id = 2")
    told = []
    around.feed.counted.connect(lambda: told.append((len(around.model.ids), around.feed.total)))
    await around.search("")
    assert list(around.model.ids) == [1, 3, 4, 5]
    assert told[0] == (2, 5)
    assert told[-1] == (4, 4)
    around.feed.dropped([1])
    assert around.feed.total == 3


async def test_takes_in_what_comes(aloop, around):
    fill(around.history, records(2))
    await around.search("")
    fill(around.history, records(3, target="/new"))
    around.feed.stir()
    await around.until(lambda: around.model.rowCount() == 5)
    assert around.paths()[2:] == ["/new/0", "/new/1", "/new/2"]
    assert (around.feed.total, around.feed.taken) == (5, 3)
    assert around.feed.disk_size == disk_size(around.history) > 0


async def test_takes_in_only_what_the_search_finds_and_counts_the_rest(aloop, around):
    fill(around.history, records(2, target="/stripe"))
    await around.search("stripe")
    fill(around.history, records(1, target="/github") + records(1, target="/stripe/new"))
    around.feed.stir()
    await around.until(lambda: around.feed.taken == 2)
    assert around.paths() == ["/stripe/0", "/stripe/1", "/stripe/new/0"]
    assert around.feed.total == 4


async def test_at_most_one_taking_in_every_100_ms(aloop, around):
    fill(around.history, records(1))
    await around.search("")
    reads = []
    around.feed.before_read = lambda: reads.append(1)
    end = aloop.time() + 0.45
    while aloop.time() < end:
        around.feed.stir()
        await asyncio.sleep(0.001)
    assert 2 <= len(reads) <= 6


async def test_more_than_the_first_thousand_are_found_too(aloop, around, monkeypatch):
    for place in (feed_file, found_file):
        monkeypatch.setattr(place, "FIRST", 10)
    fill(around.history, records(35))
    shown = []
    around.model.modelReset.connect(lambda: shown.append(around.model.rowCount()))
    await around.search("hook")
    assert shown == [10]
    assert list(around.model.ids) == list(range(1, 36))


async def test_a_search_leaves_nothing_of_an_older_one(aloop, around):
    fill(around.history, records(20, target="/stripe") + records(20, target="/github"))
    for text in ("s", "st", "str", "g", "github"):
        around.feed.search(query_of(text))
    await around.until(lambda: around.feed.query == query_of("github"))
    await asyncio.sleep(0.2)
    assert list(around.model.ids) == list(range(21, 41))
    assert around.feed.query == query_of("github")


async def test_an_answer_that_comes_after_a_newer_one_is_not_shown(aloop, around, monkeypatch):
    fill(around.history, [*records(2), *records(1, target="/other")])
    await around.search("")
    answered, ask = asyncio.Event(), around.library.search

    async def late(question):
        found = await ask(question)
        if not answered.is_set():
            await answered.wait()
        return found

    monkeypatch.setattr(around.library, "search", late)
    around.feed.search(query_of("path:/hook"))
    await asyncio.sleep(0.05)
    monkeypatch.setattr(around.library, "search", ask)
    await around.search("path:/other")
    answered.set()
    await asyncio.sleep(0.05)
    assert around.paths() == ["/other/0"]
    assert around.feed.query.text == "path:/other"


async def test_what_comes_while_a_search_runs_is_taken_in_after_it(aloop, around, monkeypatch):
    fill(around.history, records(1, target="/stripe"))
    await around.search("")
    first = feed_file.first_found

    def with_a_late_one(reader, query):
        found = first(reader, query)
        fill(around.history, records(1, target="/stripe/late"))
        return found

    monkeypatch.setattr(feed_file, "first_found", with_a_late_one)
    await around.search("stripe")
    await around.until(lambda: around.model.rowCount() == 2)
    assert around.paths() == ["/stripe/0", "/stripe/late/0"]


async def test_rows_that_are_looked_at_are_fetched(aloop, around):
    fill(around.history, records(900))
    await around.search("")
    assert around.model.index(10, place_of("path")).data() == ""
    await around.until(lambda: around.model.index(10, place_of("path")).data() == "/hook/10")


async def test_a_history_that_is_not_there_is_told_and_comes_with_reopen(aloop, around):
    await around.search("")
    assert [problem.code for problem in around.failures] == ["no-history"]
    assert not around.feed.ready
    fill(around.history, records(2))
    await around.feed.reopen()
    await around.until(lambda: around.model.rowCount() == 2)


async def test_after_another_history_came_no_row_of_the_old_one_is_left(aloop, around):
    fill(around.history, records(5, target="/old"))
    await around.search("")
    for file in around.history.parent.iterdir():
        file.unlink()
    fill(around.history, records(3, target="/new"))
    await around.feed.reopen()
    await around.until(lambda: around.model.rowCount() == 3)
    assert around.paths() == ["/new/0", "/new/1", "/new/2"]


def events(around):
    return [around.model.index(row, place_of("event")).data() for row in range(around.model.rowCount())]


async def test_of_each_delivery_the_first_try_is_shown(aloop, around):
    fill(around.history, tries("evt_1", "evt_2", "evt_1", "evt_1"))
    await around.search("")
    assert list(around.model.ids) == [1, 2]
    assert events(around) == ["Stripe · invoice.paid · 3 ×", "Stripe · invoice.paid"]
    assert (around.feed.total, around.feed.last) == (4, 4)


async def test_further_tries_are_shown_and_hidden(aloop, around):
    fill(around.history, tries("evt_1", "evt_2", "evt_1", "evt_1"))
    await around.search("")
    around.feed.toggle_tries(1)
    await around.until(lambda: around.model.rowCount() == 4)
    assert list(around.model.ids) == [1, 3, 4, 2]
    assert events(around)[1:3] == ["↳ Stripe · invoice.paid"] * 2
    around.feed.toggle_tries(1)
    assert list(around.model.ids) == [1, 2]
    around.feed.toggle_tries(2)  # there are none
    await asyncio.sleep(0.05)
    assert list(around.model.ids) == [1, 2]


async def test_of_very_many_tries_the_first_are_shown(aloop, around, monkeypatch):
    monkeypatch.setattr(found_file, "UNFOLDED", 3)
    fill(around.history, tries(*["evt_1"] * 6))
    await around.search("")
    around.feed.toggle_tries(1)
    await around.until(lambda: around.model.rowCount() > 1)
    assert list(around.model.ids) == [1, 2, 3, 4]


async def test_a_further_try_that_comes_is_counted_at_its_first(aloop, around):
    fill(around.history, tries("evt_1", "evt_2"))
    await around.search("")
    fill(around.history, tries("evt_1"))
    around.feed.stir()
    await around.until(lambda: events(around)[0] == "Stripe · invoice.paid · 2 ×")
    assert list(around.model.ids) == [1, 2]
    assert (around.feed.total, around.feed.taken) == (3, 1)


async def test_a_further_try_that_comes_stands_under_its_first_where_that_is_unfolded(aloop, around):
    fill(around.history, tries("evt_1", "evt_2", "evt_1", "evt_2"))
    await around.search("")
    around.feed.toggle_tries(1)
    await around.until(lambda: around.model.rowCount() == 3)
    fill(around.history, tries("evt_1", "evt_2", "evt_3"))
    around.feed.stir()
    await around.until(lambda: around.model.rowCount() == 5)
    assert list(around.model.ids) == [1, 3, 5, 2, 7]
    await around.until(lambda: "" not in events(around))
    assert events(around)[0].endswith("3 ×")
    assert events(around)[3].endswith("3 ×")


async def test_what_was_folded_while_news_were_read_stays_folded(aloop, around, monkeypatch):
    fill(around.history, tries("evt_1", "evt_1"))
    await around.search("")
    around.feed.toggle_tries(1)
    await around.until(lambda: around.model.rowCount() == 2)
    fill(around.history, tries("evt_1"))
    read = around.library.read

    async def slow(question):
        found = await read(question)
        around.model.fold(1)
        return found

    monkeypatch.setattr(around.library, "read", slow)
    around.feed.stir()
    await around.until(lambda: around.feed.taken == 1)
    assert list(around.model.ids) == [1]


async def test_a_search_shows_every_try_that_it_finds(aloop, around):
    fill(around.history, tries("evt_1", "evt_2", "evt_1"))
    await around.search("try")
    assert list(around.model.ids) == [1, 2, 3]
    assert events(around)[2] == "↳ Stripe · invoice.paid"
    fill(around.history, tries("evt_1"))
    around.feed.stir()
    await around.until(lambda: around.model.rowCount() == 4)
    assert list(around.model.ids) == [1, 2, 3, 4]


async def test_a_judgement_is_seen_where_the_row_is_ready_to_paint(aloop, around):
    fill(around.history, tries("", "evt_2"))
    await around.search("")
    assert signatures(around) == ["…", "✓ valid"]
    judge(around.history, {1: paid("evt_1", Status.INVALID)})
    around.feed.judged([1])
    await around.until(lambda: signatures(around) == ["✗ invalid", "✓ valid"])
    assert events(around)[0] == "Stripe · invoice.paid"


async def test_a_judgement_of_what_nobody_looks_at_is_not_read(aloop, around, monkeypatch):
    fill(around.history, records(900))
    await around.search("")
    read = []
    monkeypatch.setattr(feed_file, "cells_in", lambda _reader, ids: read.append(list(ids)) or [])
    around.feed.judged([1, 2, 899])
    await around.until(lambda: read)
    await asyncio.sleep(0.05)
    assert {number for numbers in read for number in numbers} == {899}


def signatures(around):
    return [around.model.index(row, place_of("signature")).data() for row in range(around.model.rowCount())]


async def test_what_turns_out_to_be_a_further_try_leaves_the_list(aloop, around):
    fill(around.history, tries("evt_1", "", "evt_3"))
    await around.search("")
    assert list(around.model.ids) == [1, 2, 3]
    judge(around.history, {2: paid("evt_1")})
    around.feed.judged([2])
    await around.until(lambda: around.model.rowCount() == 2)
    assert list(around.model.ids) == [1, 3]
    await around.until(lambda: events(around)[0] == "Stripe · invoice.paid · 2 ×")


async def test_what_turns_out_to_be_a_further_try_goes_where_the_others_are_unfolded(aloop, around):
    fill(around.history, tries("evt_1", "", "evt_1", "evt_4"))
    await around.search("")
    around.feed.toggle_tries(1)
    await around.until(lambda: list(around.model.ids) == [1, 3, 2, 4])
    resets = []
    around.model.modelReset.connect(lambda: resets.append(1))
    judge(around.history, {2: paid("evt_1")})
    around.feed.judged([2])
    await around.until(lambda: list(around.model.ids) == [1, 2, 3, 4])
    await around.until(lambda: events(around)[0] == "Stripe · invoice.paid · 3 ×")
    assert resets == []  # which would move what is looked at


async def test_when_all_is_judged_each_try_is_in_its_place(aloop, around, monkeypatch):
    """The newest are judged first: a first try that is found at last may be out of sight, and 2 was a first one until then."""
    fill(around.history, tries("", "", "", "evt_9"))
    with monkeypatch.context() as small:
        small.setattr(found_file, "PAGE", 1)  # only the last is ready to paint
        await around.search("")
    resets = []
    around.model.modelReset.connect(lambda: resets.append(1))
    judge(around.history, {3: paid("evt_1"), 2: paid("evt_1")})
    judge(around.history, {1: paid("evt_1")})
    around.feed.judged([2, 3])
    around.feed.judged([1])
    await asyncio.sleep(0.05)
    assert list(around.model.ids) == [1, 2, 3, 4]
    around.feed._settling.setInterval(10)
    around.feed.settle()
    around.feed.settle()
    await around.until(lambda: list(around.model.ids) == [1, 4])
    await around.until(lambda: events(around) == ["Stripe · invoice.paid · 3 ×", "Stripe · invoice.paid"])
    assert resets == []  # which would move what is looked at


async def test_what_is_no_further_try_any_more_comes_back(aloop, around):
    fill(around.history, tries("evt_1", "evt_1", "evt_2"))
    await around.search("")
    judge(around.history, {2: paid("evt_3")})
    around.feed._settling.setInterval(0)
    around.feed.settle()
    await around.until(lambda: list(around.model.ids) == [1, 2, 3])


async def test_a_list_that_is_right_is_left_alone(aloop, around):
    fill(around.history, tries("evt_1", "evt_1", "evt_2"))
    await around.search("")
    around.feed.toggle_tries(1)
    await around.until(lambda: around.model.rowCount() == 3)
    changes = []
    around.model.modelReset.connect(lambda: changes.append(1))
    around.model.rowsRemoved.connect(lambda: changes.append(1))
    around.feed._settling.setInterval(0)
    around.feed.settle()
    await asyncio.sleep(0.1)
    assert changes == []
    assert list(around.model.ids) == [1, 2, 3]


async def test_what_a_search_has_found_stays_when_it_turns_out_to_be_a_further_try(aloop, around):
    fill(around.history, tries("evt_1", ""))
    await around.search("try")
    judge(around.history, {2: paid("evt_1")})
    around.feed.judged([2])
    await around.until(lambda: signatures(around) == ["✓ valid", "✓ valid"])
    assert list(around.model.ids) == [1, 2]


async def test_tries_that_cannot_be_read_are_told(aloop, around, monkeypatch):
    fill(around.history, tries("evt_1", "evt_1"))
    await around.search("")

    async def fail(_question):
        raise KnownError(Problem.of("store-busy"))

    monkeypatch.setattr(around.library, "read", fail)
    around.feed.toggle_tries(1)
    await around.until(lambda: around.failures)
    around.feed.judged([1])
    await around.until(lambda: len(around.failures) == 2)
    assert {problem.code for problem in around.failures} == {"store-busy"}
    assert list(around.model.ids) == [1]


class Late:
    """Between the answer to the next question and what is shown of it, a capture is judged."""

    def __init__(self, around, monkeypatch, method, number):
        self.usual = getattr(around.library, method)
        self.around = around
        self.number = number
        monkeypatch.setattr(around.library, method, self.answer)
        self.over = False

    async def answer(self, question):
        found = await self.usual(question)
        if not self.over:
            self.over = True
            judge(self.around.history, {self.number: paid("evt_9", Status.INVALID)})
            self.around.feed.judged([self.number])
        return found


async def seen(around, number):
    def invalid():
        row = around.model.row_of(number)
        return row is not None and signatures(around)[row] == "✗ invalid"

    await around.until(invalid)


async def test_a_judgement_while_a_search_is_answered_is_seen(aloop, around, monkeypatch):
    fill(around.history, records(2))
    Late(around, monkeypatch, "search", 2)
    await around.search("")
    await seen(around, 2)


async def test_a_judgement_while_news_are_answered_is_seen(aloop, around, monkeypatch):
    fill(around.history, records(1))
    await around.search("")
    fill(around.history, records(1))
    Late(around, monkeypatch, "read", 2)
    around.feed.stir()
    await seen(around, 2)


async def test_a_judgement_while_rows_are_fetched_is_seen(aloop, around, monkeypatch):
    fill(around.history, records(900))
    await around.search("")
    await around.until(lambda: around.feed.disk_size)  # nothing else is being read
    Late(around, monkeypatch, "read", 11)
    assert around.model.index(10, place_of("path")).data() == ""
    await seen(around, 11)


async def test_a_judgement_while_tries_are_read_is_seen(aloop, around, monkeypatch):
    fill(around.history, tries("evt_9", "evt_9"))
    await around.search("")
    Late(around, monkeypatch, "read", 2)
    around.feed.toggle_tries(1)
    await seen(around, 2)


class Gone(Late):
    """Likewise, but it goes away."""

    async def answer(self, question):
        found = await self.usual(question)
        if not self.over:
            self.over = True
            self.around.feed.dropped([self.number])
        return found


async def test_what_goes_while_a_search_is_answered_is_not_shown(aloop, around, monkeypatch):
    fill(around.history, records(3))
    Gone(around, monkeypatch, "search", 2)
    await around.search("")
    await around.until(lambda: list(around.model.ids) == [1, 3])
    assert around.feed.total == 2


async def test_what_goes_leaves_the_list_and_the_count(aloop, around):
    fill(around.history, records(3))
    await around.search("")
    around.feed.dropped([1, 3])
    assert (list(around.model.ids), around.feed.total) == ([2], 1)


async def test_a_row_that_the_history_has_no_more_leaves_the_list_when_it_is_looked_at(aloop, around):
    """Else each repaint would ask for it again."""
    fill(around.history, records(900))
    await around.search("")
    with closing(sqlite3.connect(around.history)) as connection, connection:
        connection.execute("UPDATE captures SET deleted_ns = 1 WHERE id = 11")
    amended = []
    around.feed.amended.connect(lambda: amended.append(1))
    assert around.model.index(10, place_of("path")).data() == ""
    await around.until(lambda: around.model.rowCount() == 899)
    assert around.feed.total == 899
    assert amended
