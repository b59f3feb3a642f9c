"""The forward queue as the engine runs it: by the rules of the data folder, with the system's clock and chance."""

import time
from collections.abc import Callable
from pathlib import Path
from secrets import SystemRandom

from webhook_inspector.core.events import Event
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.rules import Rules
from webhook_inspector.forwarding.backoff import Pauses
from webhook_inspector.forwarding.carrier import World
from webhook_inspector.forwarding.queue import Forwarding, Source
from webhook_inspector.forwarding.request import signing_by
from webhook_inspector.forwards import load_forwards
from webhook_inspector.net.sending import Sender
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.store.steps import Steps


def forwarding_of(
    folder: DataFolder,
    settings: Settings,
    steps: Steps,
    sender: Sender,
    *,
    rules: Callable[[], Rules],
    tell: Callable[[Event], None],
    given: tuple[ForwardRule, ...] = (),
) -> Forwarding:
    """`rules` tell with which secrets to sign; `given` are forward rules of this run alone, which go before others of their names."""
    names = {rule.name for rule in given}

    def load() -> tuple[ForwardRule, ...]:
        kept = load_forwards(folder.settings)
        return (*(rule for rule in kept if rule.name not in names), *given)

    pauses = Pauses(
        settings.number("forward.first_pause_ms") / 1000, settings.number("forward.longest_pause_ms") / 1000
    )
    return Forwarding(
        folder.history,
        steps,
        World(sender.send, signing_by(rules), tell, time.time_ns, SystemRandom().random),
        Source(load, lambda: _stamp(folder.settings), given),
        pauses=pauses,
        most=settings.number("forward.at_once"),
    )


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "-"
    return f"{found.st_mtime_ns}/{found.st_size}/{found.st_ino}"
