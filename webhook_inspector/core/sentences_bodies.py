"""What views of a body have to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

BODIES_SENTENCES: dict[str, str] = {
    "body-tree-part": QT_TRANSLATE_NOOP("Problem", "The body has more values; the tree holds the first {count}."),
    "body-token-unverified": QT_TRANSLATE_NOOP(
        "Problem", "Tokens are only decoded here: whether their signatures are valid was not verified."
    ),
    "body-path-unread": QT_TRANSLATE_NOOP("Problem", "{path} is no path. Write it like $.items[0].id."),
    "body-path-missing": QT_TRANSLATE_NOOP("Problem", "The part of the body that is loaded has nothing at {path}."),
    "body-no-program": QT_TRANSLATE_NOOP(
        "Problem", "No program could be started for {path}. Save the body and open it."
    ),
}
