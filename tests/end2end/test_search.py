"""A filter finds the same in the terminal and in the window."""

import json
import random
from contextlib import closing
from pathlib import Path

import pytest

from tests.makers import RECEIVED_NS, make_capture, make_head, make_record
from tests.process import rows, run
from webhook_inspector.cli.edge import run as run_command
from webhook_inspector.core.capture import State
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.paths import data_folder
from webhook_inspector.search.parse import parse
from webhook_inspector.store.history import History
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.found import found_by

PARTS = (
    *(
        "method:post",
        "method:get,put",
        "path:/shop",
        "path:/*/orders",
        "provider:stripe",
        "provider:git*",
        "event:invoice",
    ),
    *(
        "endpoint:/shop",
        "sig:valid",
        "sig:invalid,none",
        "status:>=400",
        "status:2xx",
        "from:10.0",
        "host:example",
        "size:>100",
    ),
    *(
        "size:0..50",
        "since:10m",
        "before:2030-01-01",
        "has:error",
        "has:body",
        "is:test",
        "is:cut",
        "attempt:>1",
        "-has:event",
    ),
    *(
        "header.x-kind=Push",
        "header.x-kind:us",
        "query.type=payment",
        "body.data.amount>500",
        "body.data.id:ch_1",
        "body.a!=x",
    ),
    *("paid", '"two words"', "/ch_[0-4]\\b/", "ação", "(paid OR push)", "NOT body.data.id=ch_3", "tag:x", "colour:red"),
)


def captures(count: int):
    dice = random.Random(7)
    for number in range(count):
        target = dice.choice(["/shop/orders", "/shop", "/git?type=payment", "/x?type=%70ayment&a=1"])
        headers = (("Host", dice.choice(["example.com", "local"])), ("X-Kind", dice.choice(["Push", "Pull"])))
        body = dice.choice(
            [
                json.dumps(
                    {"data": {"id": f"ch_{number % 9}", "amount": number * 10}, "a": dice.choice("xyz")}
                ).encode(),
                b"two words, paid " * dice.randrange(9),
                "ação".encode(),
                b"\xff\0\xfe",
            ]
        )
        provider, event = dice.choice([("stripe", "invoice.paid"), ("github", "push"), ("", "")])
        meaning = Meaning(provider, event, attempt=dice.randrange(3), live=dice.choice([True, False, None]))
        yield make_record(
            make_capture(
                make_head(dice.choice(["POST", "GET"]), target, headers),
                body,
                dice.choice([State.COMPLETE, State.COMPLETE, State.CUT]),
                received_ns=RECEIVED_NS + number * 10**9,
                peer=dice.choice(["10.0.0.1:1", "127.0.0.1:2"]),
            ),
            status=dice.choice([200, 204, 404, 500]),
            judgement=dice.choice([None, Judgement(meaning, dice.choice([None, *Status]))]),
        )


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    place = tmp_path / "data"
    place.mkdir()
    with closing(History(data_folder(place).history, on_notice=print)) as history:
        history.open()
        history.write(list(captures(120)))
    return place


def test_the_terminal_finds_what_the_window_shows(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(8)
    sizes = set()
    with closing(Reader(data_folder(data_dir).history)) as reader:
        for _ in range(200):
            text = dice.choice([" ", " OR ", " NOT ", " "]).join(dice.sample(PARTS, dice.randrange(1, 4)))
            assert run_command(["--data-dir", str(data_dir), "list", "--json", "-n", "0", "--", text]) == 0
            listed = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
            query = parse(text).query
            assert query is not None, text
            assert listed == list(found_by(reader, query)), text
            sizes.add(len(listed))
    assert len(sizes) > 40  # the filters do choose


def test_a_filter_of_several_arguments_and_a_fault(data_dir: Path) -> None:
    found = rows(data_dir, "provider:stripe", "body.data.amount>300", "NOT", "status:200")
    assert found
    assert all(row["status"] != 200 for row in found)
    lines = run(data_dir, "export", "provider:stripe", "body.data.amount>300", "NOT", "status:200").stdout.splitlines()
    assert len(lines) == len(found)
    for command in ("list", "export"):
        failed = run(data_dir, command, "provider:stripe", "staus:200", check=False)
        assert failed.returncode == 2
        assert failed.stdout == b""
        assert failed.stderr.decode().splitlines()[-2:] == ["  provider:stripe staus:200", "                  ^^^^^^"]
