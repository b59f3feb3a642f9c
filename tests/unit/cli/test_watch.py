import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from webhook_inspector.cli import watch as module
from webhook_inspector.cli.watch import Watch
from webhook_inspector.core.capture import Record
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.verdict import Status
from webhook_inspector.paths import DataFolder
from webhook_inspector.search.parse import parse
from webhook_inspector.store.history import History

Keep = Callable[..., None]
Make = Callable[..., Watch]


def named(target: str, age: int = 0) -> Record:
    return make_record(make_capture(make_head(target=target), received_ns=RECEIVED_NS - age))


@pytest.fixture
def watch(folder: DataFolder) -> Iterator[Make]:
    made: list[Watch] = []

    def make(text: str, after: int | None = None, since_ns: int | None = None) -> Watch:
        query = parse(text).query
        assert query is not None
        made.append(Watch(folder.history, query, after=after, since_ns=since_ns))
        return made[-1]

    yield make
    for one in made:
        one.close()


def seen(watch: Watch) -> str | None:
    row = watch.look()
    return None if row is None else row.target


def test_only_what_comes_counts(keep: Keep, watch: Make) -> None:
    keep(named("/b0"))
    one = watch("path:/b")
    assert seen(one) is None
    assert one.miss() == ""
    keep(named("/a"), named("/b1"), named("/b2"))
    assert seen(one) == "/b1"
    assert seen(watch("", after=0)) == "/b0"


def test_a_verdict_may_come_later(folder: DataFolder, keep: Keep, watch: Make) -> None:
    keep(named("/a"))
    one = watch("sig:valid")
    assert seen(one) is None
    keep(named("/b"))
    assert seen(one) is None
    history = History(folder.history, on_notice=print)
    history.open()
    history.amend([(2, Judgement(status=Status.VALID))], {})
    history.close()
    assert seen(one) == "/b"


def test_nothing_older_than_wanted(keep: Keep, watch: Make) -> None:
    keep(named("/b1", 10), named("/b2"), named("/a"))
    assert seen(watch("path:/b", after=0, since_ns=RECEIVED_NS)) == "/b2"
    assert seen(watch("", after=0, since_ns=RECEIVED_NS)) == "/b2"
    late = watch("path:/b", after=0, since_ns=RECEIVED_NS + 1)
    assert seen(late) is None
    assert late.miss() == ""
    near = watch("path:/b1", after=0, since_ns=RECEIVED_NS)
    assert seen(near) is None
    assert near.miss() == "#3 POST /a: path is /a, not /b1"


def test_a_history_that_comes_later_or_is_begun_anew_counts_as_a_whole(
    folder: DataFolder, keep: Keep, watch: Make
) -> None:
    one = watch("path:/b")
    assert seen(one) is None
    assert one.miss() == ""
    keep(named("/a"))
    assert seen(one) is None
    for file in folder.path.glob("history.db*"):
        shutil.move(file, file.with_name(f"aside-{file.name}"))
    keep(named("/b1"))
    assert seen(one) == "/b1"


def test_what_comes_nearest(keep: Keep, watch: Make) -> None:
    keep(named("/b0"))
    one = watch("path:/b method:GET has:error")
    seen(one)
    keep(named("/b1"), named("/a"))
    assert one.miss() == "#2 POST /b1 matched path:/b, but method is POST, not GET, and has:error does not hold"
    assert watch("zz", after=0).look() is None


def test_old_captures_are_looked_through_once(keep: Keep, watch: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LATE", 1)
    keep(named("/a"), named("/a"), named("/a"))
    one = watch("path:/b", after=0)
    assert seen(one) is None
    assert one._after == 2
    keep(named("/b"))
    assert seen(one) == "/b"
