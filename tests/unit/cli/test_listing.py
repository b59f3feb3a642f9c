import json
from collections.abc import Callable

import pytest

from webhook_inspector.cli import listing
from webhook_inspector.core.capture import Record

Cli = Callable[..., object]


def targets(lines: list[str]) -> list[str]:
    return [line.split()[-1] for line in lines]


def test_newest_at_the_bottom(cli: Cli, three: list[Record]) -> None:
    done = cli("list")
    assert (done.code, done.err) == (0, "")
    assert targets(done.lines) == ["/a", "/b", "/c"]
    assert targets(cli("list", "-n", "1").lines) == ["/c"]
    assert targets(cli("list", "--limit", "0").lines) == ["/a", "/b", "/c"]


def test_words_filter(cli: Cli, three: list[Record]) -> None:
    assert targets(cli("list", "plain", "WORDS").lines) == ["/a"]
    assert targets(cli("list", '"plain words"').lines) == ["/a"]
    assert cli("list", "plain", "hi").lines == []
    assert targets(cli("list", "-n", "1", "/").lines) == ["/c"]


def test_json_has_an_object_a_line(cli: Cli, three: list[Record]) -> None:
    rows = [json.loads(line) for line in cli("list", "--json").lines]
    assert [(row["id"], row["target"], row["size"]) for row in rows] == [(1, "/a", 11), (2, "/b", 8), (3, "/c", 4)]


def test_without_a_history(cli: Cli) -> None:
    done = cli("list")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no history in ")


@pytest.mark.parametrize("arguments", [["--limit", "-1"], ["--limit", "x"], ["--nothing"]])
def test_wrong_usage(cli: Cli, arguments: list[str]) -> None:
    assert cli("list", *arguments).code == 2


def test_follow_looks_until_ctrl_c(
    cli: Cli, three: list[Record], monkeypatch: pytest.MonkeyPatch, keep: Callable[..., None]
) -> None:
    looks = []

    class Pause:
        def wait(self, seconds: float) -> None:
            looks.append(seconds)
            if len(looks) == 1:
                keep(three[0])
            if len(looks) == 3:
                raise KeyboardInterrupt

    monkeypatch.setattr(listing, "Event", Pause)
    done = cli("list", "--follow", "--limit", "1")
    assert (done.code, done.err) == (130, "")
    assert targets(done.lines) == ["/c", "/a"]
    assert set(looks) == {0.2}
