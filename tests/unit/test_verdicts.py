import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

import pytest

from tests.makers import make_capture, make_record, make_signed
from webhook_inspector import verdicts as verdicts_module
from webhook_inspector.core.capture import State
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.events import Event, Judged, Notice, RulesChanged
from webhook_inspector.core.judgement import NOT_JUDGED
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings
from webhook_inspector.store.reader import Reader
from webhook_inspector.store.writer import Writer
from webhook_inspector.verdicts import Verdicts

PROD = Secret("/stripe", "prod", "whsec_test")


class Stage:
    def __init__(self, folder: DataFolder, given: Rules = NO_RULES, settings: Settings | None = None) -> None:
        self.folder = folder
        self.events: list[Event] = []
        self.stored = asyncio.Event()
        loop = asyncio.get_running_loop()
        self.writer = Writer(
            folder.history,
            on_done=lambda _: loop.call_soon_threadsafe(self.stored.set),
            on_fault=lambda _: None,
            on_notice=lambda _: None,
        )
        self.writer.open()
        self.writer.start()
        self.verdicts = Verdicts(
            folder, settings or Settings(), amend=self.writer.amend, tell=self.events.append, given=given
        )

    async def store(self, *captures) -> None:
        for capture in captures:
            self.stored.clear()
            judgement = self.verdicts.judge(capture)
            self.writer.submit(make_record(capture, judgement=judgement), 0)
            await self.stored.wait()
            self.verdicts.stored(all_judged=judgement is not None)

    async def settle(self) -> None:
        for _ in range(1000):
            if self.verdicts.idle():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("still judging")

    async def until(self, statuses: list[Status | None]) -> None:
        for _ in range(1000):
            if self.statuses() == statuses:
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"{self.statuses()}, not {statuses}")

    def statuses(self) -> list[Status | None]:
        with closing(Reader(self.folder.history)) as reader:
            return [row.judgement.status for row in reader.rows(range(1, reader.last_id() + 1))]


@asynccontextmanager
async def at_work(folder: DataFolder, *, start: bool = True, **options) -> AsyncIterator[Stage]:
    stage = Stage(folder, **options)
    if start:
        await stage.verdicts.start()
    try:
        yield stage
    finally:
        await stage.verdicts.stop()
        stage.writer.stop()


async def test_a_request_is_judged_by_the_rules_of_the_folder(folder: DataFolder) -> None:
    Rulebook(folder, Settings()).keep_secret(PROD)
    async with at_work(folder) as stage:
        assert stage.verdicts.rules.secrets == (PROD,)
        judgement = stage.verdicts.judge(make_signed())
        assert judgement is not None
        assert (judgement.status, judgement.key_label) == (Status.VALID, "prod")
        assert stage.verdicts.judge(make_capture(b"junk", state=State.REFUSED)) == NOT_JUDGED
        plain = stage.verdicts.judge(make_capture())
        assert plain is not None
        assert plain.status is Status.UNKNOWN_SCHEME


async def test_rules_of_this_run_alone_are_not_written(folder: DataFolder) -> None:
    async with at_work(folder, given=Rules((Endpoint("/x", "stripe"),), (PROD,))) as stage:
        assert stage.verdicts.judge(make_signed()).status is Status.VALID
        assert not folder.secrets.exists()
        assert not folder.settings.exists()


async def test_a_secret_that_is_added_judges_what_is_stored_again(folder: DataFolder) -> None:
    async with at_work(folder) as stage:
        await stage.store(make_signed(), make_signed(path="/other"))
        assert stage.statuses() == [Status.NO_SECRET] * 2
        await stage.verdicts.change(lambda book: book.keep_secret(PROD))
        await stage.settle()
        assert stage.statuses() == [Status.VALID, Status.NO_SECRET]
        assert Judged((1,)) in stage.events
        assert [event.rules.secrets for event in stage.events if isinstance(event, RulesChanged)] == [(), (PROD,)]


async def test_a_change_by_another_program_is_followed(folder: DataFolder, monkeypatch) -> None:
    monkeypatch.setattr(verdicts_module, "WATCH_SECONDS", 0.02)
    async with at_work(folder) as stage:
        await stage.store(make_signed())
        Rulebook(folder, Settings()).keep_secret(PROD)
        await stage.until([Status.VALID])


async def test_a_change_while_nothing_ran_is_found_at_the_next_start(folder: DataFolder) -> None:
    Rulebook(folder, Settings()).keep(Endpoint("/stripe", "stripe"))
    async with at_work(folder) as stage:
        await stage.store(make_signed())
        await stage.settle()
    Rulebook(folder, Settings()).keep_secret(PROD)
    async with at_work(folder) as stage:
        await stage.settle()
        assert stage.statuses() == [Status.VALID]


async def test_what_did_not_change_is_not_judged_again(folder: DataFolder) -> None:
    Rulebook(folder, Settings()).keep_secret(PROD)
    async with at_work(folder) as stage:
        await stage.store(make_signed())
        await stage.settle()
    async with at_work(folder) as stage:
        await stage.settle()
        assert [type(event) for event in stage.events] == [RulesChanged]


async def test_a_large_body_is_judged_after_it_is_stored(folder: DataFolder, monkeypatch) -> None:
    monkeypatch.setattr(verdicts_module, "JUDGED_AT_ONCE", 10)
    Rulebook(folder, Settings()).keep_secret(PROD)
    async with at_work(folder) as stage:
        assert stage.verdicts.judge(make_signed()) is None
        await stage.store(make_signed())
        await stage.settle()
        assert stage.statuses() == [Status.VALID]


async def test_a_flood_is_judged_after_it_is_stored(folder: DataFolder, monkeypatch) -> None:
    monkeypatch.setattr(verdicts_module, "BURST", 0.0)
    monkeypatch.setattr(verdicts_module, "SHARE", 0.0)
    Rulebook(folder, Settings()).keep_secret(PROD)
    async with at_work(folder) as stage:
        assert stage.verdicts.judge(make_signed()) is None
        assert stage.verdicts.judge(make_capture()).status is Status.UNKNOWN_SCHEME
        await stage.store(make_signed())
        await stage.settle()
        assert stage.statuses() == [Status.VALID]


async def test_requests_do_not_wait_for_a_keyring_that_waits_for_its_user(folder: DataFolder, monkeypatch) -> None:
    monkeypatch.setattr(verdicts_module, "RULES_SECONDS", 0.05)
    answered = asyncio.Event()
    loop = asyncio.get_running_loop()
    load = Rulebook.load

    def slow(book: Rulebook):
        asyncio.run_coroutine_threadsafe(answered.wait(), loop).result()
        return load(book)

    Rulebook(folder, Settings()).keep_secret(PROD)
    monkeypatch.setattr(Rulebook, "load", slow)
    async with at_work(folder) as stage:
        await stage.store(make_signed())
        assert stage.statuses() == [None]
        assert not stage.verdicts.idle()
        answered.set()
        await stage.until([Status.VALID])


async def test_files_that_cannot_be_read_are_told_and_capturing_goes_on(folder: DataFolder) -> None:
    folder.settings.write_text("[endpoints")
    folder.secrets.write_text("[[secret")
    async with at_work(folder) as stage:
        told = [event.problem.code for event in stage.events if isinstance(event, Notice)]
        assert told == ["settings-file", "vault-rights-mended", "vault-file-toml"]
        assert stage.verdicts.judge(make_signed()).status is Status.NO_SECRET


async def test_a_change_that_fails_is_told_to_who_asked(folder: DataFolder) -> None:
    folder.settings.write_text("[endpoints")
    async with at_work(folder) as stage:
        with pytest.raises(KnownError):
            await stage.verdicts.change(lambda book: book.keep(Endpoint("/x", "stripe")))


def kick():
    headers = (
        ("Kick-Event-Signature", "AAAA"),
        ("Kick-Event-Message-Id", "1"),
        ("Kick-Event-Message-Timestamp", "2025-11-24T16:00:00Z"),
    )
    return make_signed(scheme="github", path="/kick", headers=headers)


async def test_published_keys_are_fetched_only_when_that_is_allowed(folder: DataFolder, monkeypatch) -> None:
    asked: list[str] = []
    key = Key("public_key_pem", "no key", label="the key of api.kick.com")

    async def get(_keys, published):
        asked.append(published.url)
        return (key,)

    monkeypatch.setattr(verdicts_module.PublishedKeys, "get", get)
    given = Rules((Endpoint("/kick", "kick"),))
    async with at_work(folder, given=given) as stage:
        await stage.store(kick())
        assert stage.statuses() == [Status.NO_SECRET]
        assert asked == []
        stage.verdicts.allow_fetching()
        await stage.settle()
        assert asked == ["https://api.kick.com/public/v1/public-key"]
        assert stage.statuses() == [Status.INVALID]
        await stage.store(kick())
        assert stage.statuses() == [Status.INVALID] * 2
        assert len(asked) == 1


async def test_keys_that_cannot_be_had_leave_the_request_without(folder: DataFolder, monkeypatch) -> None:
    async def get(_keys, _published):
        raise KnownError(Problem.of("published-timeout", host="api.kick.com", seconds=10))

    monkeypatch.setattr(verdicts_module.PublishedKeys, "get", get)
    settings = Settings({"signatures.fetch_keys": "yes"})
    async with at_work(folder, given=Rules((Endpoint("/kick", "kick"),)), settings=settings) as stage:
        await stage.store(kick())
        await stage.settle()
        assert stage.statuses() == [Status.NO_SECRET]


async def test_the_end_does_not_wait_for_a_key(folder: DataFolder, monkeypatch) -> None:
    began = asyncio.Event()

    async def get(_keys, _published):
        began.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(verdicts_module.PublishedKeys, "get", get)
    settings = Settings({"signatures.fetch_keys": "yes"})
    async with at_work(folder, given=Rules((Endpoint("/kick", "kick"),)), settings=settings) as stage:
        await stage.store(kick())
        await began.wait()
