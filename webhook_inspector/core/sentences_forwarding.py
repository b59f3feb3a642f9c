"""What forwarding has to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

FORWARDING_SENTENCES: dict[str, str] = {
    "forward-loop": QT_TRANSLATE_NOOP(
        "Problem",
        "The forward rule “{rule}” leads back here: what it sent on came in again, and is not sent on once more. Change its target.",
    ),
    "forward-hops": QT_TRANSLATE_NOOP(
        "Problem",
        "The forward rule “{rule}” does not send on what {most} other inspectors have sent on already. Look for a circle among them.",
    ),
    "forward-proxy-filter": QT_TRANSLATE_NOOP(
        "Problem",
        "The forward rule “{rule}” answers with its target's answer, but its filter asks for {asked}, which is not known yet when a"
        " request comes. Until you take that out of the filter, senders get the usual reply and the captures are queued.",
    ),
    "forward-no-secret": QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing is known to sign requests to {path} with. Add a secret to its endpoint, or let the rule keep the signature.",
    ),
}
