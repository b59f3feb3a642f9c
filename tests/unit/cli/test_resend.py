import json
from collections.abc import Callable

import pytest

from tests.receiver import OK, Receiver, answer
from tests.unit.cli.sending import target, url_of
from tests.unit.cli.stripe import SECRET, signed_record
from webhook_inspector.core.capture import Record
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.lock import FolderLock
from webhook_inspector.store.reader import Reader

Cli = Callable[..., object]
__all__ = ["target"]
FAILS = b"HTTP/1.1 500 Oh no\r\nContent-Length: 3\r\n\r\nno!"


def test_a_capture_goes_out_as_it_came_and_is_kept(
    cli: Cli, three: list[Record], target: Receiver, folder: DataFolder
) -> None:
    done = cli("resend", "latest", "--to", url_of(target))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("→ 3  200  ")
    assert done.out.endswith(f"2 B  {url_of(target)}/c  attempt 1\n")
    host = f"Host: 127.0.0.1:{target.port}".encode()
    sent = three[2].capture
    assert (
        target.seen == sent.head.replace(b"Host: 127.0.0.1:8787", host)[:-2] + b"Content-Length: 4\r\n\r\n" + sent.body
    )
    reader = Reader(folder.history)
    (delivery,) = reader.deliveries_of(3)
    kept = reader.attempt(1)
    reader.close()
    assert (delivery.target, delivery.status) == (f"{url_of(target)}/c", 200)
    assert kept is not None
    assert kept.sent_head + kept.sent_body == target.seen


def test_the_dry_run_shows_what_would_be_sent(cli: Cli, three: list[Record], target: Receiver) -> None:
    dry = cli("resend", "1", "2", "--to", url_of(target, "/x"), "--dry-run")
    assert (dry.code, target.requests) == (0, [])
    assert cli("resend", "1", "2", "--to", url_of(target, "/x")).code == 0
    assert b"".join(target.requests) == dry.raw
    lines = cli("resend", "1", "2", "--to", url_of(target, "/x"), "--dry-run", "--json").lines
    assert [json.loads(line)["head"].encode() + json.loads(line)["body"].encode() for line in lines] == target.requests


def test_it_tells_what_is_fixed_and_what_is_broken_now(cli: Cli, three: list[Record], target: Receiver) -> None:
    target.scripts[:] = [answer(FAILS), answer(FAILS), answer(OK), answer(OK), answer(FAILS)]
    told = [cli("resend", "1", "--to", url_of(target)) for _ in range(5)]
    assert [done.code for done in told] == [1, 1, 0, 0, 1]
    words = ["", "still failing", "fixed", "", "regressed"]
    assert [done.out.partition("/a  ")[2].partition("attempt")[0].strip() for done in told] == words


def test_json_holds_the_answer(cli: Cli, three: list[Record], target: Receiver) -> None:
    target.scripts[:] = [answer(FAILS)]
    done = cli("resend", "2", "--to", url_of(target), "--json")
    found = json.loads(done.out)
    assert done.code == 1
    assert (found["capture"], found["status"], found["body"], found["progress"]) == (2, 500, "no!", None)


def test_many_end_in_a_few_numbers(cli: Cli, three: list[Record], target: Receiver) -> None:
    target.scripts[:] = [answer(FAILS), answer()]
    done = cli("resend", "1", "2", "--to", url_of(target), "--repeat", "3", "--twice", "--at-once", "1")
    assert (done.code, len(target.requests), len(done.lines)) == (1, 12, 13)
    assert done.lines[-1].startswith("12 sent, 11 accepted, 1 failed (500 × 1); ")


def test_an_order_can_be_had_again(cli: Cli, three: list[Record], target: Receiver) -> None:
    asked = ("resend", "1", "2", "3", "--to", url_of(target), "--repeat", "4", "--shuffle", "--seed")
    orders = [[line.split()[1] for line in cli(*asked, seed).lines[:-1]] for seed in ("1", "1", "2")]
    assert orders[0] == orders[1] != orders[2]


def test_where_somebody_else_has_the_history_it_is_sent_all_the_same(
    cli: Cli, three: list[Record], target: Receiver, folder: DataFolder, expected_log: Callable[[str], None]
) -> None:
    lock = FolderLock(folder.lock, "the window")
    lock.acquire()
    try:
        expected_log("has the history")
        done = cli("resend", "1", "--to", url_of(target))
    finally:
        lock.release()
    assert (done.code, len(target.requests)) == (0, 1)
    assert done.err.startswith("Sent, but not kept: process ")
    assert "attempt" not in done.out


def test_it_is_signed_again(
    cli: Cli, keep: Callable[..., None], target: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(signed_record())
    monkeypatch.setenv("RIGHT", SECRET)
    done = cli("resend", "1", "--to", url_of(target), "--secret", "env:RIGHT", "--break", "expired=9")
    assert done.err == "The signature says on purpose that it is 9 minutes old.\n"
    assert SECRET not in done.out + done.err
    signature = next(line for line in target.seen.split(b"\r\n") if line.startswith(b"Stripe-Signature: "))
    assert signature != next(line for line in signed_record().capture.head.split(b"\r\n") if b"Signature" in line)


def test_a_pasted_command_is_sent(cli: Cli, target: Receiver) -> None:
    text = f"curl '{url_of(target)}/a?id={{{{$uuid}}}}' -H 'X-Env: {{{{env}}}}' -d a=1"
    done = cli("resend", "--curl", text, "--var", "env=test", "--repeat", "2")
    assert done.code == 0
    first, second = target.requests
    assert b"\r\nX-Env: test\r\n" in first
    assert first.endswith(b"\r\n\r\na=1")
    assert first != second


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Name captures, or give a request with --curl."),
        (["1", "--curl", "curl x", "--to", "http://x"], "Name captures, or give a request with --curl."),
        (["1"], "Say where to send with --to URL."),
        (["1", "--to", "http://x", "--raw", "--keep-host"], "--raw keeps the host anyway."),
        (["1", "--to", "http://x", "--rate", "1", "--gaps", "10x"], "Either --rate or --gaps"),
        (["1", "--to", "http://x", "--sign"], "Nothing tells how the request is signed."),
        (["1", "--to", "http://x", "--sign", "--scheme", "stripe"], "Nothing is known to sign with"),
        (["1", "--to", "http://x", "--set-header", "X"], "is not NAME: VALUE"),
        (["1", "--to", "http://x", "--var", "X"], "is not NAME=VALUE"),
        (["1", "--to", "http://x", "--seed", "1"], "--seed matters with --shuffle only."),
    ],
)
def test_wrong_usage(cli: Cli, three: list[Record], arguments: list[str], words: str) -> None:
    done = cli("resend", *arguments)
    assert done.code == 2
    assert words in " ".join(done.err.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["9", "--to", "http://x"], "There is no capture 9."),
        (["1", "--to", "ftp://x"], "Nothing can be sent by ftp"),
        (["1", "--to", "http://x", "--method", "A B"], "is no method"),
        (["1", "--to", "http://x", "--body", "/no/such/file"], "/no/such/file"),
        (["--curl", "curl -d x"], "The command holds no address."),
    ],
)
def test_what_cannot_be_sent(cli: Cli, three: list[Record], arguments: list[str], words: str) -> None:
    done = cli("resend", *arguments)
    assert (done.code, done.out) == (1, "")
    assert words in done.err
