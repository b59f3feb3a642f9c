"""What the search field makes of its text: the filter in words or its fault, what can be written, and one more condition.

Imported late: the first paint needs no language of filters.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from webhook_inspector.search.complete import completions
from webhook_inspector.search.faults import Fault
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import Or
from webhook_inspector.search.words import in_words, say
from webhook_inspector.ui.filter_popup import Offer
from webhook_inspector.ui.texts import problem_text


@dataclass(frozen=True, slots=True)
class Reading:
    words: str
    """What the filter asks for, in the user's language; empty where it asks for nothing."""
    fault: Fault | None = None


def reading_of(text: str) -> Reading:
    parsed = parse(text)
    if parsed.query is None:
        return Reading("", parsed.fault)
    return Reading("" if parsed.query.is_empty else say(in_words(parsed.query), problem_text))


def offers_at(text: str, cursor: int, values: Callable[[str], Sequence[str]]) -> list[Offer]:
    """What can be written at the cursor; `values` gives what a field has been."""
    return [Offer(one.text, one.start, one.end, one.help) for one in completions(text, cursor, values)]


def with_condition(text: str, condition: str) -> str:
    """Both must hold. A text that is no filter is given up; one that says it already stays as it is."""
    query, more = parse(text).query, parse(condition).query
    if query is None or query.is_empty or more is None:
        return condition
    if more.root in query.parts:
        return text
    opening, closing = ("(", ")") if isinstance(query.root, Or) else ("", "")
    before, closed = (f"{opening}{text.strip()}{end}{closing}" for end in ("", '"'))
    # a quote or a slash that nobody closed would take in what stands behind it
    for both in (f"{before} {condition}", f"{closed} {condition}", f"{condition} {before}"):
        found = parse(both).query
        if found is not None and set(found.parts) == {*query.parts, more.root}:
            return both
    return condition
