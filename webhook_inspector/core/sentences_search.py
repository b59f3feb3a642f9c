"""What is wrong with a filter, and what a filter asks for, in words."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

SEARCH_SENTENCES: dict[str, str] = {
    "filter-field-near": QT_TRANSLATE_NOOP(
        "Problem", "There is no {written} to filter by. Did you mean {meant}? Quotes make it a text to look for."
    ),
    "filter-value-missing": QT_TRANSLATE_NOOP("Problem", "A value is missing here, as in {example}"),
    "filter-value-long": QT_TRANSLATE_NOOP("Problem", "A value may have {most} characters at most."),
    "filter-word": QT_TRANSLATE_NOOP("Problem", "{field}: does not know {written}. It takes one of: {values}."),
    "filter-number": QT_TRANSLATE_NOOP("Problem", "{field}: needs a number, as in {example}"),
    "filter-size": QT_TRANSLATE_NOOP("Problem", "{field}: needs a size, as in {example}"),
    "filter-time": QT_TRANSLATE_NOOP(
        "Problem", "{field}: needs a time that exists, as in {example}, 14:00, 2026-01-31 or 2026-01-31T14:00:00Z."
    ),
    "filter-regex": QT_TRANSLATE_NOOP("Problem", "This is no regular expression: {reason}."),
    "filter-nothing-after": QT_TRANSLATE_NOOP(
        "Problem", "Something has to follow {word}. Quotes make it a text to look for."
    ),
    "filter-bracket-unclosed": QT_TRANSLATE_NOOP(
        "Problem", "The bracket that is opened here is never closed. Quotes make it a text to look for."
    ),
    "filter-bracket-unopened": QT_TRANSLATE_NOOP(
        "Problem", "No bracket is open that could be closed here. Quotes make it a text to look for."
    ),
    "filter-bracket-empty": QT_TRANSLATE_NOOP(
        "Problem", "There is nothing between these brackets. Quotes make them a text to look for."
    ),
    "filter-nesting": QT_TRANSLATE_NOOP("Problem", "Brackets can be nested {most} deep at most."),
    "filter-parts": QT_TRANSLATE_NOOP(
        "Problem", "A filter can have {most} words at most. Quotes around a long text look for it as a whole."
    ),
    "wait-timeout": QT_TRANSLATE_NOOP("Problem", "No capture matched within {seconds} s. The nearest: {miss}."),
    "wait-silence": QT_TRANSLATE_NOOP("Problem", "Nothing was captured within {seconds} s."),
    "wait-nobody": QT_TRANSLATE_NOOP(
        "Problem",
        "Nobody listens for the history in {path}, so nothing can arrive. Start webhook-inspector listen or the window first, or wait with --listen.",
    ),
    "wait-nobody-near": QT_TRANSLATE_NOOP(
        "Problem",
        "No capture matched, and nobody listens for the history in {path}, so none can arrive. Start webhook-inspector listen or the window first, or wait with --listen. The nearest: {miss}.",
    ),
    "filter-unsaved": QT_TRANSLATE_NOOP(
        "Problem", "There is no saved filter {name}. Quotes make it a text to look for."
    ),
    "filter-unsaved-near": QT_TRANSLATE_NOOP(
        "Problem", "There is no saved filter {name}. Did you mean {near}? Quotes make it a text to look for."
    ),
    "filter-not-saved": QT_TRANSLATE_NOOP("Problem", "There is no saved filter {name}. There are: {known}."),
}

SEARCH_PHRASES: dict[str, str] = {
    "filter-all": QT_TRANSLATE_NOOP("Problem", "All captures"),
    "filter-captures": QT_TRANSLATE_NOOP("Problem", "Captures {rest}"),
    "filter-and": QT_TRANSLATE_NOOP("Problem", "{first}, {rest}"),
    "filter-or": QT_TRANSLATE_NOOP("Problem", "{first} or {rest}"),
    "filter-not": QT_TRANSLATE_NOOP("Problem", "not {rest}"),
    "filter-group": QT_TRANSLATE_NOOP("Problem", "({rest})"),
    "filter-anything": QT_TRANSLATE_NOOP("Problem", "with anything"),
    "filter-text": QT_TRANSLATE_NOOP("Problem", "with “{value}”"),
    "filter-pattern": QT_TRANSLATE_NOOP("Problem", "that match /{value}/"),
    "filter-method": QT_TRANSLATE_NOOP("Problem", "with method {value}"),
    "filter-path": QT_TRANSLATE_NOOP("Problem", "with {value} in the path"),
    "filter-endpoint": QT_TRANSLATE_NOOP("Problem", "under {value}"),
    "filter-provider": QT_TRANSLATE_NOOP("Problem", "of {value}"),
    "filter-event": QT_TRANSLATE_NOOP("Problem", "of event {value}"),
    "filter-from": QT_TRANSLATE_NOOP("Problem", "from {value}"),
    "filter-host": QT_TRANSLATE_NOOP("Problem", "to host {value}"),
    "filter-status": QT_TRANSLATE_NOOP("Problem", "answered with {value}"),
    "filter-size-is": QT_TRANSLATE_NOOP("Problem", "with a body of {value}"),
    "filter-attempt": QT_TRANSLATE_NOOP("Problem", "of attempt {value}"),
    "filter-bound-greater": QT_TRANSLATE_NOOP("Problem", "more than {number}"),
    "filter-bound-least": QT_TRANSLATE_NOOP("Problem", "at least {number}"),
    "filter-bound-less": QT_TRANSLATE_NOOP("Problem", "less than {number}"),
    "filter-bound-most": QT_TRANSLATE_NOOP("Problem", "at most {number}"),
    "filter-bound-between": QT_TRANSLATE_NOOP("Problem", "{number} to {last}"),
    "filter-bound-is": QT_TRANSLATE_NOOP("Problem", "{number}"),
    "filter-bytes": QT_TRANSLATE_NOOP("Problem", "{number} bytes"),
    "filter-since": QT_TRANSLATE_NOOP("Problem", "since {value}"),
    "filter-before": QT_TRANSLATE_NOOP("Problem", "before {value}"),
    "filter-since-ago": QT_TRANSLATE_NOOP("Problem", "in the last {value}"),
    "filter-before-ago": QT_TRANSLATE_NOOP("Problem", "older than {value}"),
    "filter-seconds": QT_TRANSLATE_NOOP("Problem", "{count} s"),
    "filter-minutes": QT_TRANSLATE_NOOP("Problem", "{count} min"),
    "filter-hours": QT_TRANSLATE_NOOP("Problem", "{count} h"),
    "filter-days": QT_TRANSLATE_NOOP("Problem", "{count} d"),
    "filter-sig-valid": QT_TRANSLATE_NOOP("Problem", "with a valid signature"),
    "filter-sig-invalid": QT_TRANSLATE_NOOP("Problem", "with an invalid signature"),
    "filter-sig-expired": QT_TRANSLATE_NOOP("Problem", "with an expired signature"),
    "filter-sig-unsigned": QT_TRANSLATE_NOOP("Problem", "without a signature"),
    "filter-sig-none": QT_TRANSLATE_NOOP("Problem", "with nothing to verify"),
    "filter-sig-unknown": QT_TRANSLATE_NOOP("Problem", "with an unknown signature scheme"),
    "filter-sig-no-secret": QT_TRANSLATE_NOOP("Problem", "without a secret to verify them"),
    "filter-tag": QT_TRANSLATE_NOOP("Problem", "with tag {value}"),
    "filter-forward-waiting": QT_TRANSLATE_NOOP("Problem", "waiting to be sent on"),
    "filter-forward-delivered": QT_TRANSLATE_NOOP("Problem", "sent on and delivered"),
    "filter-forward-failed": QT_TRANSLATE_NOOP("Problem", "sent on in vain"),
    "filter-forward-stopped": QT_TRANSLATE_NOOP("Problem", "with a delivery that was stopped"),
    "filter-has-forward": QT_TRANSLATE_NOOP("Problem", "sent on, or to be sent on"),
    "filter-colour": QT_TRANSLATE_NOOP("Problem", "with colour {value}"),
    "filter-note": QT_TRANSLATE_NOOP("Problem", "with {value} in the note"),
    "filter-value": QT_TRANSLATE_NOOP("Problem", "{value}"),
    "filter-has-note": QT_TRANSLATE_NOOP("Problem", "with a note"),
    "filter-has-tag": QT_TRANSLATE_NOOP("Problem", "with a tag"),
    "filter-has-colour": QT_TRANSLATE_NOOP("Problem", "with a colour"),
    "filter-is-pinned": QT_TRANSLATE_NOOP("Problem", "that are pinned"),
    "filter-has-error": QT_TRANSLATE_NOOP("Problem", "with an error"),
    "filter-has-retries": QT_TRANSLATE_NOOP("Problem", "that were sent again"),
    "filter-has-body": QT_TRANSLATE_NOOP("Problem", "with a body"),
    "filter-has-query": QT_TRANSLATE_NOOP("Problem", "with a query in the address"),
    "filter-has-event": QT_TRANSLATE_NOOP("Problem", "with an event type"),
    "filter-is-live": QT_TRANSLATE_NOOP("Problem", "of the live account"),
    "filter-is-test": QT_TRANSLATE_NOOP("Problem", "of a test account"),
    "filter-is-retry": QT_TRANSLATE_NOOP("Problem", "that are retries"),
    "filter-is-complete": QT_TRANSLATE_NOOP("Problem", "that are complete"),
    "filter-is-cut": QT_TRANSLATE_NOOP("Problem", "that are cut"),
    "filter-is-incomplete": QT_TRANSLATE_NOOP("Problem", "that are incomplete"),
    "filter-is-refused": QT_TRANSLATE_NOOP("Problem", "that were refused"),
    "filter-place-header": QT_TRANSLATE_NOOP("Problem", "with header {path}"),
    "filter-place-query": QT_TRANSLATE_NOOP("Problem", "with parameter {path}"),
    "filter-place-body": QT_TRANSLATE_NOOP("Problem", "with {path} in the body"),
    "filter-compare-has": QT_TRANSLATE_NOOP("Problem", "{place} containing {value}"),
    "filter-compare-is": QT_TRANSLATE_NOOP("Problem", "{place} equal to {value}"),
    "filter-compare-other": QT_TRANSLATE_NOOP("Problem", "{place} other than {value}"),
    "filter-compare-greater": QT_TRANSLATE_NOOP("Problem", "{place} above {value}"),
    "filter-compare-least": QT_TRANSLATE_NOOP("Problem", "{place} at least {value}"),
    "filter-compare-less": QT_TRANSLATE_NOOP("Problem", "{place} below {value}"),
    "filter-compare-most": QT_TRANSLATE_NOOP("Problem", "{place} at most {value}"),
    "miss-near": QT_TRANSLATE_NOOP("Problem", "{capture} matched {met}, but {why}"),
    "miss-far": QT_TRANSLATE_NOOP("Problem", "{capture}: {why}"),
    "miss-capture": QT_TRANSLATE_NOOP("Problem", "#{number} {method} {target}"),
    "miss-and": QT_TRANSLATE_NOOP("Problem", "{first}, and {rest}"),
    "miss-other": QT_TRANSLATE_NOOP("Problem", "{name} is {found}, not {wanted}"),
    "miss-none": QT_TRANSLATE_NOOP("Problem", "it has no {name}"),
    "miss-nowhere": QT_TRANSLATE_NOOP("Problem", "{part} is nowhere in it"),
    "miss-part": QT_TRANSLATE_NOOP("Problem", "{part} does not hold"),
}
"""Parts of one sentence that says what a filter finds; each fills a gap of another."""
