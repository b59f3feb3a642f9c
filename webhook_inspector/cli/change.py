"""Changes endpoints and secrets from the terminal; what is stored is then verified by them."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from webhook_inspector.cli.complaints import warn
from webhook_inspector.cli.progress import Line
from webhook_inspector.core.events import Event, Judged, Judging, Notice
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.engine import Engine
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import load_settings

T = TypeVar("T")
ROLE = "webhook-inspector endpoints"
_LOOK_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    outcome: T
    """What the work gave back."""
    again: int = 0
    """How many stored captures are judged otherwise now."""
    holder: str = ""
    """The other process that has the data folder, sees the change, and verifies again by itself."""

    def words(self) -> str:
        """What became of stored captures; empty where there is nothing to tell."""
        if self.holder:
            return f"{self.holder} is running and verifies again by itself"
        captures = "capture" if self.again == 1 else "captures"
        return f"{self.again:,} stored {captures} verified anew" if self.again else ""


def change(options: GlobalOptions, work: Callable[[Rulebook], T]) -> Changed[T]:
    """Does the work on the rules of the data folder. Raises KnownError where that is impossible; nothing is changed then."""
    folder = data_folder(options.data_dir)
    folder.make()
    settings = load_settings(folder.settings)
    holder = ""
    if folder.history.exists():
        watch = _Watch(options)
        engine = Engine(folder, settings, role=ROLE, on_event=watch.on_event)
        try:
            outcome = asyncio.run(_change_and_verify(engine, work))
        except KnownError as error:
            if error.problem.code != "store-in-use":
                raise
            holder = str(dict(error.problem.particulars).get("holder", ""))
        else:
            return Changed(outcome, watch.again)
        finally:
            watch.line.wipe()
    return Changed(work(Rulebook(folder, settings)), holder=holder)


@dataclass
class _Watch:
    """Counts what the engine tells of verifying again, and shows how far that has come."""

    options: GlobalOptions
    again: int = 0
    line: Line = field(default_factory=Line)
    told: set[Problem] = field(default_factory=set)

    def on_event(self, event: Event) -> None:
        match event:
            case Judged(ids):
                self.again += len(ids)
            case Judging(done, total):
                self.line.say(lambda: f"verified {done:,} of {total:,}")
            case Notice(problem) if problem not in self.told:  # the rules are read before the change and after it
                self.told.add(problem)
                warn(sentence(problem), self.options)


async def _change_and_verify(engine: Engine, work: Callable[[Rulebook], T]) -> T:
    """Through the engine, which knows by what was verified before."""
    await engine.start()
    try:
        outcome = await engine.verdicts.change(work)
        while not engine.verdicts.idle():  # noqa: ASYNC110  (nothing tells the moment)
            await asyncio.sleep(_LOOK_SECONDS)
    finally:
        await engine.stop()
    return outcome
