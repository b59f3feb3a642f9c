"""What is typed into the form of a forward rule, as a rule has it, and what is wrong with it in sentences for people."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.forward import ForwardRule, Mode
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.text import visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.drafts.address import address_of
from webhook_inspector.forwards import OURS
from webhook_inspector.ui.texts import cut, number, problem_text

translate = QCoreApplication.translate

MODES = (
    (Mode.QUEUE, QT_TRANSLATE_NOOP("Forwards", "Queue: answer at once, deliver until it succeeds")),
    (Mode.PROXY, QT_TRANSLATE_NOOP("Forwards", "Proxy: the sender gets the first target's answer")),
)
_MODE_WORDS = {Mode.QUEUE: QT_TRANSLATE_NOOP("Forwards", "queue"), Mode.PROXY: QT_TRANSLATE_NOOP("Forwards", "proxy")}
_UNITS = (
    (86_400, QT_TRANSLATE_NOOP("Forwards", "{count} d")),
    (3_600, QT_TRANSLATE_NOOP("Forwards", "{count} h")),
    (60, QT_TRANSLATE_NOOP("Forwards", "{count} min")),
    (1, QT_TRANSLATE_NOOP("Forwards", "{count} s")),
)
_NAME = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")
_SHOWN = 60


def targets_of(text: str) -> tuple[str, ...]:
    """One a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def headers_of(text: str) -> tuple[tuple[str, str], ...]:
    """`Name: value`, one a line."""
    lines = (line.partition(":") for line in text.splitlines() if line.strip())
    return tuple((name.strip(), value.strip()) for name, _, value in lines)


def headers_text(headers: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in headers)


def names_of(text: str) -> tuple[str, ...]:
    """With commas or blanks between them."""
    return tuple(text.replace(",", " ").split())


def name_fault(name: str, others: Sequence[str]) -> str:
    if not name:
        return translate("Forwards", "Give the rule a name.")
    return translate("Forwards", "There is a rule of this name already.") if name in others else ""


def targets_fault(targets: Sequence[str]) -> str:
    """Of the first one that is wrong."""
    if not targets:
        return translate("Forwards", "Give at least one address, such as http://localhost:3000/webhooks.")
    if len(set(targets)) < len(targets):
        return translate("Forwards", "The same address stands there twice.")
    found = ((one, _target_fault(one)) for one in targets)
    fault = next(((one, words) for one, words in found if words), None)
    return "" if fault is None else (fault[1] if len(targets) == 1 else f"{_shown(fault[0])}: {fault[1]}")


def headers_fault(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    bare = next((line for line in lines if ":" not in line), None)
    if bare is not None:
        words = translate("Forwards", "“{line}” has no colon. Write a name, a colon and a value.")
        return words.format(line=_shown(bare))
    headers = headers_of(text)
    if any("\0" in value for _, value in headers):
        return translate("Forwards", "A value cannot hold a NUL.")
    names = [name for name, _ in headers]
    twice = next((name for name in names if [one.lower() for one in names].count(name.lower()) > 1), None)
    if twice is not None:
        return translate("Forwards", "The header {name} stands there twice.").format(name=_shown(twice))
    own = next((name for name in names if name.lower() in OURS), None)
    if own is not None:
        return translate("Forwards", "{name} is made anew for each request.").format(name=_shown(own))
    return names_fault(names)


def names_fault(names: Sequence[str]) -> str:
    wrong = next((name for name in names if not name or not _NAME.issuperset(name.lower())), None)
    if wrong is None:
        return ""
    return translate("Forwards", "“{name}” is no name of a header.").format(name=_shown(wrong))


def rule_line(rule: ForwardRule) -> str:
    """`paused · queue · http://localhost:3000 and 1 more`: the end may have no room."""
    more = translate("Forwards", "{target} and {count} more").format(
        target=_shown(rule.targets[0] if rule.targets else ""), count=number(len(rule.targets) - 1)
    )
    paused = translate("Forwards", "paused") if rule.paused else ""
    targets = more if len(rule.targets) > 1 else _shown("".join(rule.targets[:1]))
    parts = (paused, translate("Forwards", _MODE_WORDS[rule.mode]), targets)
    return " · ".join(part for part in parts if part)


def age_text(seconds: int) -> str:
    """`1 d 2 h`: units that are not 0, the largest first."""
    return " ".join(_units(seconds))


def _units(seconds: int) -> Iterator[str]:
    for length, words in _UNITS:
        count, seconds = divmod(seconds, length)
        if count:
            yield translate("Forwards", words).format(count=number(count))


def _target_fault(target: str) -> str:
    try:
        address = address_of(target)
    except KnownError as error:
        return visible(problem_text(error.problem))
    return translate("Forwards", "Take out the part from # on: it is never sent.") if address.fragment else ""


def _shown(text: str) -> str:
    return visible(cut(text, _SHOWN))
