import asyncio
import threading

import pytest

from tests.ui.history import fill, records
from tests.ui.rows import query_of
from tests.ui.running import until
from webhook_inspector.core.problem import KnownError
from webhook_inspector.store.reader import Interrupted, Reader
from webhook_inspector.ui import library as library_file
from webhook_inspector.ui.library import Library, Superseded


@pytest.fixture
def history(folder):
    fill(folder.history, records(3))
    return folder.history


async def test_reads_off_the_window_s_thread(history):
    library = Library(lambda: Reader(history))
    threads, count = await library.read(lambda reader: (threading.current_thread(), reader.count()))
    assert count == 3
    assert threads is not threading.current_thread()
    await library.close()


async def test_a_history_that_is_not_there_is_a_known_error_until_it_is(folder):
    library = Library(lambda: Reader(folder.history))
    with pytest.raises(KnownError) as caught:
        await library.read(lambda reader: reader.count())
    assert caught.value.problem.code == "no-history"
    fill(folder.history, records(2))
    assert await library.read(lambda reader: reader.count()) == 2
    await library.close()


class SlowReader:
    """Searches until it is interrupted, and counts what is asked."""

    def __init__(self):
        self.begun = threading.Event()
        self.stopped = threading.Event()
        self.asked = []
        self.closed = False
        self.deaf = 0

    def ids(self, query):
        self.asked.append(query)
        if query.text == "slow":
            self.begun.set()
            assert self.stopped.wait(5)
            self.stopped.clear()
            raise Interrupted
        return [query.text]

    def interrupt(self):
        if self.deaf:
            self.deaf -= 1
        else:
            self.stopped.set()

    def close(self):
        self.closed = True


def asking(text):
    return lambda reader: reader.ids(query_of(text))


async def begun(reader):
    assert await asyncio.to_thread(reader.begun.wait, 5)


async def test_a_newer_search_ends_the_older_one():
    reader = SlowReader()
    library = Library(lambda: reader)
    old = asyncio.ensure_future(library.search(asking("slow")))
    await begun(reader)
    assert await library.search(asking("new")) == ["new"]
    with pytest.raises(Superseded):
        await old
    await library.close()
    assert reader.closed


async def test_an_interruption_that_fell_between_two_statements_is_repeated():
    reader = SlowReader()
    reader.deaf = 3
    library = Library(lambda: reader)
    old = asyncio.ensure_future(library.search(asking("slow")))
    await begun(reader)
    assert await library.search(asking("new")) == ["new"]
    with pytest.raises(Superseded):
        await old
    await library.close()


async def test_an_answer_that_waited_for_an_older_search_is_none_when_a_newer_one_came(monkeypatch):
    """Else it would be shown after that of the newer one."""
    monkeypatch.setattr(library_file, "NUDGE_SECONDS", 0.3)
    reader = SlowReader()
    library = Library(lambda: reader)
    first = asyncio.ensure_future(library.search(asking("slow")))
    await begun(reader)
    second = asyncio.ensure_future(library.search(asking("second")))
    await until(lambda: len(reader.asked) == 2 and library._search.future.done())
    assert await library.search(asking("third")) == ["third"]
    outcomes = await asyncio.gather(first, second, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [Superseded] * 2
    await library.close()


async def test_a_search_that_never_got_its_turn_asks_nothing():
    reader = SlowReader()
    library = Library(lambda: reader)
    searches = [asyncio.ensure_future(library.search(asking("slow")))]
    await begun(reader)
    searches += [asyncio.ensure_future(library.search(asking(word))) for word in ("a", "b", "c")]
    results = await asyncio.gather(*searches, return_exceptions=True)
    assert [type(result) for result in results[:3]] == [Superseded] * 3
    assert results[3] == ["c"]
    assert [query.text for query in reader.asked] == ["slow", "c"]
    await library.close()


async def test_a_cancelled_search_does_not_hold_up_the_next():
    reader = SlowReader()
    library = Library(lambda: reader)
    old = asyncio.ensure_future(library.search(asking("slow")))
    await begun(reader)
    old.cancel()
    assert await library.search(asking("new")) == ["new"]
    await library.close()


async def test_reading_goes_on_beside_a_slow_search():
    readers = []

    def open_reader():
        readers.append(SlowReader())
        return readers[-1]

    library = Library(open_reader)
    search = asyncio.ensure_future(library.search(asking("slow")))
    await until(lambda: readers)
    await begun(readers[0])
    assert await library.read(asking("quick")) == ["quick"]
    await library.close()
    with pytest.raises(Superseded):
        await search


async def test_after_reopen_the_file_is_opened_anew(history):
    opened = []

    def open_reader():
        opened.append(Reader(history))
        return opened[-1]

    library = Library(open_reader)
    await library.read(lambda reader: reader.count())
    await library.reopen()
    assert await library.read(lambda reader: reader.count()) == 3
    assert len(opened) == 2
    await library.close()


async def test_a_bug_in_a_question_is_not_hidden(history):
    library = Library(lambda: Reader(history))
    with pytest.raises(ZeroDivisionError):
        await library.read(lambda reader: 1 / 0)
    await library.close()
