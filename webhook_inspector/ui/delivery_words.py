"""Deliveries and attempts in words: states, what a target answered, when the next attempt is due."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale

from webhook_inspector.core.delivery import Attempt, Delivery, DeliveryState
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui import texts
from webhook_inspector.ui.columns import clock_time

translate = QCoreApplication.translate

SHOWN_ATTEMPTS = 6
"""The latest, beside a delivery; unfolded it shows all of them."""
SECOND = 10**9
LIMIT = 80
"""Characters of a target within a sentence."""

STATES: dict[DeliveryState, tuple[str, str, str]] = {
    DeliveryState.WAITING: ("!", QT_TRANSLATE_NOOP("Deliveries", "waiting"), "warn"),
    DeliveryState.DELIVERED: ("✓", QT_TRANSLATE_NOOP("Deliveries", "delivered"), "ok"),
    DeliveryState.FAILED: ("✗", QT_TRANSLATE_NOOP("Deliveries", "failed"), "fail"),
    DeliveryState.STOPPED: ("–", QT_TRANSLATE_NOOP("Deliveries", "stopped"), "none"),
}
"""Glyph, word and colour; never the colour alone."""

_REASONS = (
    ("sending-slow-", QT_TRANSLATE_NOOP("Deliveries", "timeout")),
    ("sending-refused", QT_TRANSLATE_NOOP("Deliveries", "refused")),
    ("sending-name-", QT_TRANSLATE_NOOP("Deliveries", "unknown host")),
    ("sending-tls-", QT_TRANSLATE_NOOP("Deliveries", "TLS")),
    ("sending-address-", QT_TRANSLATE_NOOP("Deliveries", "not sent")),
    ("sending-cut", QT_TRANSLATE_NOOP("Deliveries", "hung up")),
    ("sending-closed", QT_TRANSLATE_NOOP("Deliveries", "hung up")),
    ("sending-reset", QT_TRANSLATE_NOOP("Deliveries", "hung up")),
    ("sending-broken-off", QT_TRANSLATE_NOOP("Deliveries", "hung up")),
)
"""A word for each kind of failure, by how its code begins."""

_PHASES = (
    ("dns", QT_TRANSLATE_NOOP("Deliveries", "name {time}")),
    ("connect", QT_TRANSLATE_NOOP("Deliveries", "connection {time}")),
    ("tls", QT_TRANSLATE_NOOP("Deliveries", "TLS {time}")),
    ("first_byte", QT_TRANSLATE_NOOP("Deliveries", "first byte {time}")),
    ("total", QT_TRANSLATE_NOOP("Deliveries", "all {time}")),
)


def state_text(delivery: Delivery, rule: ForwardRule | None) -> str:
    """`! waiting, 3 of 5 made`, `✗ failed after 5`: attempts."""
    glyph, word, _ = STATES[delivery.state]
    text = f"{glyph} {translate('Deliveries', word)}"
    if delivery.state is DeliveryState.WAITING and rule is not None and delivery.attempts:
        words = translate("Deliveries", "{state}, {made} of {most} made")
        return words.format(state=text, made=texts.number(delivery.attempts), most=texts.number(rule.attempts))
    if delivery.state is DeliveryState.FAILED and delivery.attempts > 1:
        words = translate("Deliveries", "{state} after {made}")
        return words.format(state=text, made=texts.number(delivery.attempts))
    return text


def origin_text(delivery: Delivery) -> str:
    """By what it is sent."""
    if not delivery.rule:
        return translate("Deliveries", "sent by hand")
    return translate("Deliveries", "by rule {rule}").format(rule=visible(texts.cut(delivery.rule, LIMIT)))


def reason_text(problem: Problem) -> str:
    """A word or two."""
    word = next((word for start, word in _REASONS if problem.code.startswith(start)), "")
    return translate("Deliveries", word) if word else translate("Deliveries", "failed")


def outcome_text(attempt: Attempt) -> str:
    """`✓ 200`, `✗ 502`, `✗ timeout`."""
    glyph = "✓" if attempt.succeeded else "✗"
    if attempt.problem is not None or attempt.response is None:
        return f"{glyph} {reason_text(attempt.problem) if attempt.problem else translate('Deliveries', 'failed')}"
    return f"{glyph} {attempt.response.status}"


def attempts_text(attempts: Sequence[Attempt]) -> str:
    """The latest ones: `… ✗ 502  ✗ timeout  ✓ 200`."""
    shown = "  ".join(outcome_text(one) for one in attempts[-SHOWN_ATTEMPTS:])
    return f"…  {shown}" if len(attempts) > SHOWN_ATTEMPTS else shown


def next_text(delivery: Delivery, rule: ForwardRule | None, *, paused: bool, now_ns: int) -> str:
    """`in 00:41`; why it does not come while something pauses; empty where there is no next attempt."""
    if delivery.state is not DeliveryState.WAITING:
        return ""
    if paused:
        return translate("Deliveries", "forwarding is paused")
    if rule is None:
        return translate("Deliveries", "the rule is gone")
    if rule.paused:
        return translate("Deliveries", "the rule is paused")
    left = -((now_ns - delivery.next_ns) // SECOND)
    return (
        translate("Deliveries", "in {time}").format(time=clock_text(left))
        if left > 0
        else translate("Deliveries", "now")
    )


def clock_text(seconds: int) -> str:
    """`00:41`, `1:02:03`."""
    hours, rest = divmod(seconds, 3600)
    minutes = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{hours}:{minutes}" if hours else minutes


def attempt_text(attempt: Attempt) -> str:
    """`Attempt 3 · 14:03:25.118`."""
    words = translate("Deliveries", "Attempt {number}").format(number=texts.number(attempt.number))
    return f"{words} · {clock_time(attempt.started_ns)}"


def took_text(seconds: float) -> str:
    """`84 ms`, `3.1 s`."""
    if seconds < 1:
        return f"{QLocale().toString(seconds * 1000, 'f', 0 if seconds >= 0.01 else 1)} ms"
    return f"{QLocale().toString(seconds, 'f', 1)} s"


def timings_text(attempt: Attempt) -> str:
    """`name 0.3 ms, connection 0.2 ms, first byte 80 ms, all 84 ms`: the phases that there were."""
    phases = [(label, getattr(attempt.timings, name)) for name, label in _PHASES]
    found = [translate("Deliveries", label).format(time=took_text(time)) for label, time in phases if time is not None]
    return ", ".join(found)


def summary_text(attempt: Attempt) -> str:
    """`✗ 502 · 84 ms · 312 bytes · Attempt 3 · 14:03:25.118 · to 127.0.0.1:3000`."""
    parts = [outcome_text(attempt), took_text(attempt.timings.total)]
    if attempt.response is not None:
        parts.append(texts.size(attempt.response.body_size))
    parts.append(attempt_text(attempt))
    if attempt.peer:
        parts.append(translate("Deliveries", "to {address}").format(address=visible(attempt.peer)))
    return " · ".join(parts)


def target_text(target: str) -> str:
    """In one line, as it is shown in tables."""
    return visible(texts.cut(target))


def host_text(target: str) -> str:
    """Host and port, for a sentence; the whole target where it has none."""
    try:
        host = urlsplit(target).netloc.rpartition("@")[2]
    except ValueError:
        host = ""
    return visible(texts.cut(host or target, LIMIT))
