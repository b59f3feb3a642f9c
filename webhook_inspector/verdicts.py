"""Keeps the rules, and judges by them: requests as they come, and stored ones when the rules have changed."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import TypeVar

from webhook_inspector.allowance import Allowance
from webhook_inspector.core.capture import Capture, Record, State
from webhook_inspector.core.events import Event, Notice, RulesChanged
from webhook_inspector.core.judgement import NOT_JUDGED, Judgement
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.rules import NO_RULES, Rules, changed_paths, merged
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.tasks import Tasks, aside
from webhook_inspector.judge import case_of, judgement_of, keys_to_fetch, plain_judgement
from webhook_inspector.judging import Amend, Rejudging
from webhook_inspector.net.published_keys import PublishedKeys
from webhook_inspector.paths import DataFolder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import Settings
from webhook_inspector.signatures.published import Published
from webhook_inspector.store.reader import Reader

T = TypeVar("T")
_log = logging.getLogger(__name__)

JUDGED_AT_ONCE = 64 * 2**10
"""Bytes of a body up to which a request is judged before it is stored. A larger one would hold up all others."""
SHARE = 0.02
"""How much of the loop's time may go into judging requests before they are stored; in a flood the others are judged later."""
BURST = 0.05
"""Seconds of judging that may come at once after a calm time."""
RULES_SECONDS = 3.0
"""How long the start waits for the secrets. A keyring may wait for the user's password, and requests must not."""
WATCH_SECONDS = 1.0
"""Between two looks whether somebody else has changed the rules."""


class Verdicts:
    """Lives on the engine's loop, where `tell` is called. `amend` is the writer's; `given` are rules of this run alone."""

    def __init__(
        self,
        folder: DataFolder,
        settings: Settings,
        *,
        amend: Amend,
        tell: Callable[[Event], None],
        given: Rules = NO_RULES,
    ) -> None:
        self._folder = folder
        self._tell = tell
        self._given = given
        self._rules: Rules | None = None
        self._book = Rulebook(folder, settings)
        self._book_lock = asyncio.Lock()
        self._stamp = ""
        self._published = PublishedKeys(folder.published_keys)
        self._fetches = settings.text("signatures.fetch_keys") == "yes"
        self._allowance = Allowance(SHARE, BURST)
        self._tasks = Tasks()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._rejudging = Rejudging(folder.history, self._rejudge, amend, self._tell_on_loop)

    @property
    def rules(self) -> Rules:
        """As they are now; none while they are still being read."""
        return self._rules or NO_RULES

    async def start(self) -> None:
        """Reads the rules. What comes before they are there is judged when they are."""
        self._loop = asyncio.get_running_loop()
        self._rejudging.start()
        reading = self._tasks.spawn(self._read(), name="read the rules")
        await asyncio.wait([reading], timeout=RULES_SECONDS)
        self._tasks.spawn(self._watch(), name="watch the rules")

    async def stop(self) -> None:
        """What is not judged by then is found at the next start."""
        self._rejudging.end()
        await self._tasks.stop()
        await asyncio.get_running_loop().run_in_executor(None, self._rejudging.join)

    async def change(self, work: Callable[[Rulebook], T]) -> T:
        """Changes endpoints or secrets; what that concerns is judged again. Raises KnownError where it is impossible."""
        async with self._book_lock:
            outcome = await aside(lambda: work(self._book))
        await self._read()
        return outcome

    def allow_fetching(self) -> None:
        """From now on keys that providers publish may be fetched."""
        self._fetches = True
        self._rejudging.again(["/"], {})

    def idle(self) -> bool:
        """Whether everything that is stored has been judged by the rules as they are."""
        return self._rules is not None and self._rejudging.idle()

    def judge(self, capture: Capture) -> Judgement | None:
        """None: it is to be judged when it is stored: it would take long, too many come at once, or there are no rules yet."""
        if self._rules is None or len(capture.body) > JUDGED_AT_ONCE:
            return None
        if capture.state is State.REFUSED:
            return NOT_JUDGED
        plain = plain_judgement(capture, self._rules)
        if plain is not None:
            return plain
        with self._allowance as has_time:
            case = case_of(capture, self._rules) if has_time else None
            if case is None or (self._fetches and keys_to_fetch(case) is not None):
                return None
            return judgement_of(case, self._rules)

    def stored(self, *, all_judged: bool) -> None:
        """Captures have been stored."""
        self._rejudging.captured()
        if not all_judged:
            self._rejudging.look()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            if self._book.stamp() != self._stamp:
                await self._read()

    async def _read(self) -> None:
        async with self._book_lock:
            self._stamp = self._book.stamp()
            loaded = await aside(self._book.load)
        for problem in loaded.problems:
            self._tell(Notice(problem))
        before = self._rules
        self._rules = replace(merged(loaded.rules, self._given), published=self.rules.published)
        if before == self._rules:
            return
        self._tell(RulesChanged(self._rules))
        paths = await aside(lambda: self._to_judge_again(before, loaded.rules))
        self._rejudging.again(paths, {"rules": self._book.fingerprint(loaded.rules)})

    def _to_judge_again(self, before: Rules | None, kept: Rules) -> list[str]:
        """Paths whose captures were judged by other rules; at the start those of the last time are not known any more."""
        if before is not None:
            return changed_paths(before, self.rules)
        try:
            with closing(Reader(self._folder.history)) as reader:
                known = reader.mark("rules")
        except KnownError:  # it cannot be read now, and is looked through when it can
            return []
        return [] if known in {"", self._book.fingerprint(kept)} else ["/"]

    def _rejudge(self, record: Record) -> Judgement | None:
        """On the thread of the judging, which may wait for a key of a provider. None while there are no rules yet."""
        if self._rules is None:
            return None
        if record.capture.state is State.REFUSED:
            return NOT_JUDGED
        case = case_of(record.capture, self._rules)
        wanted = keys_to_fetch(case) if self._fetches else None
        if wanted is not None and self._loop is not None:
            asyncio.run_coroutine_threadsafe(self._fetched(wanted), self._loop).result()
            case = case_of(record.capture, self.rules)
        return judgement_of(case, self.rules)

    async def _fetched(self, wanted: Published) -> None:
        """Comes back also when the end of the program has put an end to the fetching."""
        await asyncio.wait([self._tasks.spawn(self._fetch(wanted), name="fetch a key")])

    async def _fetch(self, wanted: Published) -> None:
        """Without the keys where they cannot be had; the log says why."""
        try:
            keys = await self._published.get(wanted)
        except KnownError as error:
            _log.info("no keys from %s: %s", wanted.host, sentence(error.problem))
            return
        if self.rules.published.get(wanted.url) != keys:
            self._rules = replace(self.rules, published={**self.rules.published, wanted.url: keys})
            self._tell(RulesChanged(self._rules))

    def _tell_on_loop(self, event: Event) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._tell, event)
