"""What deliveries, and rules and scenarios that are named, have to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

DELIVERIES_SENTENCES: dict[str, str] = {
    "no-attempt": QT_TRANSLATE_NOOP(
        "Problem", "There is no attempt {id}. List those of a capture to see the numbers of its attempts."
    ),
    "no-scenario": QT_TRANSLATE_NOOP("Problem", "There is no scenario {name}. There are: {known}."),
    "no-forward": QT_TRANSLATE_NOOP("Problem", "There is no forward rule {name}. There are: {known}."),
}
