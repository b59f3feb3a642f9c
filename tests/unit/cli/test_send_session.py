import pytest

from tests.receiver import receiving
from webhook_inspector.cli.send_session import Keeping, Session, why_unkept
from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.net.sending import Options
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.store.lock import FolderLock, holder_of
from webhook_inspector.store.reader import Reader


def outgoing(port: int) -> Outgoing:
    return Outgoing("http", "127.0.0.1", port, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")


async def test_what_is_sent_is_kept(folder: DataFolder) -> None:
    async with receiving() as target, Session(folder, Settings(), "send") as session:
        assert "webhook-inspector send" in (holder_of(folder.lock) or "")
        outcome = await session.resend.send(outgoing(target.port), Options())
    assert (outcome.unkept, session.unkept) == (None, "")
    assert holder_of(folder.lock) is None
    reader = Reader(folder.history)
    assert reader.attempt(outcome.attempt.id) is not None
    reader.close()


async def test_beside_another_process_it_is_sent_all_the_same(folder: DataFolder) -> None:
    lock = FolderLock(folder.lock, "the window")
    lock.acquire()
    async with receiving() as target, Session(folder, Settings(), "send") as session:
        outcome = await session.resend.send(outgoing(target.port), Options())
    lock.release()
    assert outcome.attempt.succeeded
    assert outcome.unkept is not None
    assert session.unkept.startswith("Sent, but not kept: process ")
    assert not folder.history.exists()


async def test_a_history_that_cannot_be_opened_is_left_alone(folder: DataFolder) -> None:
    folder.history.mkdir(parents=True)
    with pytest.raises(KnownError):
        await Keeping(folder, Settings(), "send").__aenter__()
    assert holder_of(folder.lock) is None
    async with receiving() as target, Session(folder, Settings(), "send") as session:
        assert (await session.resend.send(outgoing(target.port), Options())).attempt.succeeded
    assert session.unkept.startswith("Sent, but not kept in the history. ")


def test_why_it_is_not_kept() -> None:
    assert (
        why_unkept(Problem.of("store-in-use", holder="process 1")) == "Sent, but not kept: process 1 has the history."
    )
