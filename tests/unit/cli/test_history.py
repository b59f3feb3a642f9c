import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.makers import make_capture, make_head, make_record
from webhook_inspector.cli import history
from webhook_inspector.cli.history import Follower, newest_rows
from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.paths import DataFolder
from webhook_inspector.search.query import Query, Text

Keep = Callable[..., None]


def named(*targets: str) -> list[Record]:
    return [make_record(make_capture(make_head(target=target))) for target in targets]


def seen(follower: Follower) -> list[str]:
    return [row.target for page in follower.look() for row in page]


@pytest.fixture
def follow(folder: DataFolder) -> Iterator[Callable[..., Follower]]:
    made: list[Follower] = []

    def make(query: Query = Query(), limit: int = 0) -> Follower:  # noqa: B008
        made.append(Follower(folder.history, query, limit))
        return made[-1]

    yield make
    for follower in made:
        follower.close()


def test_the_newest_rows_come_in_pages(folder: DataFolder, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "PAGE", 2)
    keep(*named("/a", "/b", "/c", "/d"))
    pages = [[row.target for row in page] for page in newest_rows(folder.history, Query(), 3)]
    assert pages == [["/b", "/c"], ["/d"]]
    assert [len(page) for page in newest_rows(folder.history, Query(), 0)] == [2, 2]


def test_no_history_is_told(folder: DataFolder) -> None:
    with pytest.raises(KnownError) as caught:
        list(newest_rows(folder.history, Query(), 3))
    assert caught.value.problem.code == "no-history"


def test_following_gives_each_row_once(keep: Keep, follow: Callable[..., Follower]) -> None:
    keep(*named("/a", "/b", "/c"))
    follower = follow(limit=2)
    assert seen(follower) == ["/b", "/c"]
    assert seen(follower) == []
    keep(*named("/d", "/e", "/f"))
    assert seen(follower) == ["/d", "/e", "/f"]
    assert seen(follower) == []


def test_following_filters(keep: Keep, follow: Callable[..., Follower]) -> None:
    follower = follow(Query(Text("/b")), limit=1)
    keep(*named("/a", "/b1"))
    assert seen(follower) == ["/b1"]
    keep(*named("/c"))
    assert seen(follower) == []
    keep(*named("/b2", "/c", "/b3"))
    assert seen(follower) == ["/b2", "/b3"]


def test_a_history_that_comes_later_is_new_as_a_whole(keep: Keep, follow: Callable[..., Follower]) -> None:
    follower = follow(limit=1)
    assert seen(follower) == []
    keep(*named("/a", "/b"))
    assert seen(follower) == ["/a", "/b"]


def test_a_history_begun_anew_is_taken_up(folder: DataFolder, keep: Keep, follow: Callable[..., Follower]) -> None:
    keep(*named("/a", "/b"))
    follower = follow(limit=1)
    assert seen(follower) == ["/b"]
    for file in folder.path.glob("history.db*"):
        shutil.move(file, file.with_name(f"aside-{file.name}"))
    assert seen(follower) == []
    keep(*named("/c", "/d"))
    assert seen(follower) == ["/c", "/d"]


def test_an_empty_file_is_waited_for(folder: DataFolder, keep: Keep, follow: Callable[..., Follower]) -> None:
    folder.history.touch()
    follower = follow()
    assert seen(follower) == []
    keep(*named("/a"))
    assert seen(follower) == ["/a"]


def test_a_history_of_a_newer_version_is_told(
    folder: DataFolder, follow: Callable[..., Follower], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.history.touch()

    def refuse(_path: object) -> None:
        raise KnownError(Problem.of("store-newer", path="x", found=9, known=1))

    monkeypatch.setattr(history, "Reader", refuse)
    with pytest.raises(KnownError) as caught:
        seen(follow())
    assert caught.value.problem.code == "store-newer"
