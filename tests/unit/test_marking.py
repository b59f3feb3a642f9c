import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.unit.store.stage import Bench
from webhook_inspector.core.marks import MarkChange
from webhook_inspector.marking import Marking
from webhook_inspector.store import marking as store_marking
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.steps import Steps
from webhook_inspector.store.writer import Writer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def writer(path: Path) -> Iterator[Writer]:
    bench = Bench(path).start()
    bench.keep(7)
    yield bench.writer
    bench.stop()


def there(path: Path) -> list[int]:
    with closing(Reader(path)) as reader:
        return [row.id for row in reader.rows(range(1, 99))]


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def make(writer: Writer, told: list[str], monkeypatch: pytest.MonkeyPatch) -> Callable[[], Marking]:
    monkeypatch.setattr(store_marking, "STEP", 2)
    return lambda: Marking(Steps(writer.change), lambda: told.append("restored"))


async def test_marks_of_many(make, path: Path):
    assert sorted(await make().mark(range(1, 6), MarkChange(pinned=True))) == [1, 2, 3, 4, 5]
    with closing(Reader(path)) as reader:
        assert reader.pinned_count() == 5


async def test_a_deletion_of_many_steps_is_taken_back_as_one(make, path: Path, told: list[str]):
    one: Marking = make()
    first = await one.delete([1, 3, 5, 6, 7, 99])
    second = await one.delete([2])
    assert (first.count, second.count, there(path)) == (5, 1, [4])
    assert second.moment_ns > first.moment_ns
    assert sorted(await one.restore(first.moment_ns)) == [1, 3, 5, 6, 7]
    assert there(path) == [1, 3, 4, 5, 6, 7]
    assert told == ["restored"]
    assert list(await one.restore(first.moment_ns)) == []
    assert told == ["restored"]


async def test_clearing_takes_all_up_to_an_id_but_what_is_pinned(make, path: Path):
    one: Marking = make()
    await one.mark([2], MarkChange(pinned=True))
    assert (await one.clear(6)).count == 5
    assert there(path) == [2, 7]


async def test_an_undo_waits_for_the_end_of_the_deletion(make, path: Path):
    one: Marking = make()
    deleting = asyncio.ensure_future(one.delete(range(1, 8)))
    await asyncio.sleep(0)
    with closing(Reader(path)) as reader:
        while not (deletions := reader.deletions(1)):  # noqa: ASYNC110  (nothing tells the moment)
            await asyncio.sleep(0)
    await one.restore(deletions[0][0])
    assert deleting.done()
    assert there(path) == [1, 2, 3, 4, 5, 6, 7]
