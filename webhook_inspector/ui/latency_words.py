"""What a run of many requests came to, in words."""

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.sentences import SENTENCES
from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.drafts.latency import Latency, Tally
from webhook_inspector.ui.texts import number

translate = QCoreApplication.translate

MOST_KINDS = 4
_KINDS = {
    "sending-refused": QT_TRANSLATE_NOOP("Repeat", "refused connections"),
    "sending-refused-here": QT_TRANSLATE_NOOP("Repeat", "refused connections"),
    "sending-name-unknown": QT_TRANSLATE_NOOP("Repeat", "unknown name"),
    "sending-slow-answer": QT_TRANSLATE_NOOP("Repeat", "no answer in time"),
    "sending-slow-connect": QT_TRANSLATE_NOOP("Repeat", "no connection in time"),
    "sending-closed": QT_TRANSLATE_NOOP("Repeat", "closed without an answer"),
    "sending-reset": QT_TRANSLATE_NOOP("Repeat", "connection reset"),
}
"""Short words for the most frequent problems; any other is counted as `no answer`."""


def milliseconds(seconds: float) -> str:
    """`12 ms`, `0.4 ms`."""
    value = seconds * 1000
    return translate("Repeat", "{count} ms").format(count=f"{value:.0f}" if value >= 10 else f"{value:.1f}")


def counts(tally: Tally) -> str:
    """`✓ 8 of 10 answered with 2xx · ✗ 2 × 500`; the glyphs tell what colours would."""
    fine = translate("Repeat", "{fine} of {count} answered with 2xx")
    fine = fine.format(fine=number(tally.succeeded), count=number(tally.count))
    parts = [f"✓ {fine}" if tally.succeeded else fine]
    kinds: dict[str, int] = {}
    for kind, count in tally.failures:
        kinds[_kind(kind)] = kinds.get(_kind(kind), 0) + count
    parts += [f"✗ {number(count)} × {word}" for word, count in list(kinds.items())[:MOST_KINDS]]
    rest = sum(list(kinds.values())[MOST_KINDS:])
    return " · ".join([*parts, *([translate("Repeat", "✗ {count} others").format(count=number(rest))] if rest else [])])


def figures(latency: Latency | None) -> str:
    """Of the answers; empty where there was none."""
    if latency is None:
        return ""
    text = translate("Repeat", "half within {p50} · 95 % within {p95} · slowest {most}")
    return text.format(p50=milliseconds(latency.median), p95=milliseconds(latency.p95), most=milliseconds(latency.most))


def _kind(kind: str) -> str:
    if kind in SENTENCES:
        return translate("Repeat", _KINDS[kind]) if kind in _KINDS else translate("Repeat", "no answer")
    return visible(kind) if kind else translate("Repeat", "no answer")
