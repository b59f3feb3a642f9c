import asyncio
from pathlib import Path

import pytest

from tests.ui.answering import OK, answering
from tests.ui.running import until
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import KnownError
from webhook_inspector.net.sending import Options
from webhook_inspector.settings import Settings
from webhook_inspector.ui.editor_sending import MOST_REDIRECTS, EditorSender, Hosts, stays
from webhook_inspector.ui.engine_thread import Begun


def outgoing(target, path="/"):
    port = int(target.url.rpartition(":")[2])
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 2\r\n\r\n".encode()
    return Outgoing("http", "127.0.0.1", port, head, b"hi")


def moved(to):
    return f"HTTP/1.1 307 Over there\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


class Begin:
    def __init__(self, folder):
        self.engine = Begun.of(folder, Settings().replaced(listener__port=0, listener__host="127.0.0.1")).engine
        self.ours = False
        self.sender = EditorSender(self.engine, lambda: self.ours)

    async def __aenter__(self):
        await self.engine.begun()
        return self

    async def __aexit__(self, *error):
        await self.sender.stop()
        await self.engine.stop()


async def test_it_is_kept_only_while_the_folder_is_ours(aloop, folder):
    async with answering() as target, Begin(folder) as one:
        outcome = await one.sender.send(outgoing(target), Options(), 0)
        assert outcome.attempt.response.status == 200
        assert outcome.unkept.code == "sending-not-kept"
        one.ours = True
        kept = await one.sender.send(outgoing(target), Options(), 0)
        assert kept.unkept is None
        assert kept.attempt.id


async def test_cancelled_it_cuts_the_connection(aloop, folder):
    async with answering() as target, Begin(folder) as one:
        target.replies = [None]
        task = asyncio.get_running_loop().create_task(one.sender.send(outgoing(target), Options(), 0))
        await until(lambda: target.got)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_redirects_are_followed_on_the_same_host_only_and_not_for_ever(aloop, folder):
    async with answering() as target, Begin(folder) as one:
        target.replies = [moved("/there"), OK]
        outcomes = await one.sender.follow(outgoing(target), Options(), 0)
        assert [outcome.attempt.response.status for outcome in outcomes] == [307, 200]
        assert target.got[1].startswith(b"POST /there ")
        assert target.got[1].endswith(b"hi")
        target.replies = [moved("http://127.0.0.2:1/")]
        assert len(await one.sender.follow(outgoing(target), Options(), 0)) == 1
        target.replies = [moved("/again")]
        assert len(await one.sender.follow(outgoing(target), Options(), 0)) == 1 + MOST_REDIRECTS


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        (("http", "a", 80), ("https", "A", 443), True),
        (("http", "a", 8080), ("http", "a", 8080), True),
        (("http", "a", 80), ("http", "a", 8080), False),
        (("https", "a", 443), ("http", "a", 80), False),
        (("http", "a", 80), ("http", "b", 80), False),
    ],
)
def test_what_the_same_host_is(before, after, same):
    assert stays(Outgoing(*before, b""), Outgoing(*after, b"")) is same


async def test_a_host_is_asked_about_until_somebody_agrees(aloop, tmp_path: Path):
    hosts = Hosts(tmp_path / "settings.toml")
    assert not await hosts.asks("127.0.0.1")
    assert await hosts.asks("api.example.com")
    await hosts.agree("api.example.com")
    assert not await hosts.asks("API.example.com")
    hosts.path.write_text("sending = 1")
    with pytest.raises(KnownError):
        await hosts.asks("api.example.com")
