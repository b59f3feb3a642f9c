"""What the doctor finds, and what it has tried."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

DOCTOR_SENTENCES: dict[str, str] = {
    # what the doctor finds
    "doctor-secret-of-endpoint": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” of the endpoint {endpoint} fits. Use it here too, or send these requests there.",
    ),
    "doctor-secret-expired": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” fits, but it has not counted since {day}. Let the sender sign with the new one, or use this one longer.",
    ),
    "doctor-secret-unused": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” of this endpoint fits, but it was not among those tried. Use it here."
    ),
    "doctor-secret-newline": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” ends or begins with a line break that does not belong to it. Correct the secret.",
    ),
    "doctor-secret-blanks": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” has spaces that do not belong to it. Correct the secret."
    ),
    "doctor-secret-quotes": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” stands in quotation marks that do not belong to it. Correct the secret."
    ),
    "doctor-secret-unseen": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” has invisible characters, such as a byte order mark. Correct the secret."
    ),
    "doctor-secret-word": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” begins with a word such as Bearer that does not belong to it. Correct the secret.",
    ),
    "doctor-secret-variable": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” was copied with the name of its variable, NAME=value. Keep only what follows the sign.",
    ),
    "doctor-secret-prefix": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” has a prefix too many. Correct the secret."
    ),
    "doctor-secret-prefix-missing": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” lacks its prefix whsec_. Correct the secret."
    ),
    "doctor-secret-escaped": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” has line breaks written as \\n. Correct the secret."
    ),
    "doctor-secret-percent": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” was copied from an address: some characters are written with % signs. Correct the secret.",
    ),
    "doctor-secret-html": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” was copied from the source of a page: some characters are written with & and ;. Correct the secret.",
    ),
    "doctor-secret-case": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” has the right hex digits with letters of the wrong case. Correct the secret."
    ),
    "doctor-secret-several": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” is a list, and one of its parts fits. Give each secret a line of its own."
    ),
    "doctor-secret-empty": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” is empty. Copy it from the provider again."
    ),
    "doctor-secret-shortened": QT_TRANSLATE_NOOP(
        "Problem",
        "The secret “{label}” looks shortened, with dots or asterisks in place of characters. Copy the whole secret from the provider.",
    ),
    "doctor-secret-placeholder": QT_TRANSLATE_NOOP(
        "Problem", "The secret “{label}” looks like a placeholder. Put the secret that the provider shows in its place."
    ),
    "doctor-key-as-text": QT_TRANSLATE_NOOP(
        "Problem", "The sender uses the text of the secret “{label}” as the key, without decoding it. Do the same here."
    ),
    "doctor-key-from-base64": QT_TRANSLATE_NOOP(
        "Problem", "The sender decodes the secret “{label}” from base64 before use. Do the same here."
    ),
    "doctor-key-from-hex": QT_TRANSLATE_NOOP(
        "Problem", "The sender decodes the secret “{label}” from hex before use. Do the same here."
    ),
    "doctor-key-to-base64": QT_TRANSLATE_NOOP(
        "Problem", "The sender encodes the secret “{label}” in base64 before use. Do the same here."
    ),
    "doctor-key-to-hex": QT_TRANSLATE_NOOP(
        "Problem", "The sender encodes the secret “{label}” in hex before use. Do the same here."
    ),
    "doctor-body-cut": QT_TRANSLATE_NOOP(
        "Problem",
        "{missing} bytes of the body are missing; {kept} are here. The signature covers the whole body, so it cannot be verified: raise the limit, or let the sender send it again.",
    ),
    "doctor-body-length": QT_TRANSLATE_NOOP(
        "Problem",
        "The body has {received} bytes, but Content-Length says {announced}. Look for what changes the body on its way.",
    ),
    "doctor-body-alone": QT_TRANSLATE_NOOP(
        "Problem",
        "The sender signs the body alone, where the scheme signs more. Let the sender sign all that the scheme covers.",
    ),
    "doctor-body-newline-added": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits without the line break at the end: something on the way added it. Forward the raw body.",
    ),
    "doctor-body-newline-lost": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits with a line break at the end: something on the way took it off. Forward the raw body.",
    ),
    "doctor-body-blanks": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits without spaces at the ends of the body: something on the way added them. Forward the raw body.",
    ),
    "doctor-body-line-ends": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits with other line ends: something on the way changed CR LF to LF, or LF to CR LF. Forward the raw body.",
    ),
    "doctor-body-mark": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits but for the byte order mark: something on the way added it or took it off. Forward the raw body.",
    ),
    "doctor-body-unread": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits a body with nothing in it: the sender signed before the body was there. Let it sign the bytes that it sends.",
    ),
    "doctor-body-compressed": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the decompressed body: the sender, or something on the way, compressed it after signing. Sign the bytes that are sent, or turn the compression off.",
    ),
    "doctor-body-decompressed": QT_TRANSLATE_NOOP(
        "Problem",
        "Content-Encoding says {coding}, but the body is not compressed: something on the way decompressed it, and the signature may cover the compressed bytes. Forward the raw body.",
    ),
    "doctor-body-twice-encoded": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits when UTF-8 is undone once: something on the way read UTF-8 as Latin-1 and encoded it again. Forward the raw body.",
    ),
    "doctor-body-charset": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the body in UTF-8: something on the way changed its charset. Forward the raw body.",
    ),
    "doctor-json-minified": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON without spaces: something on the way, a proxy or framework, lays it out anew. Forward the raw body.",
    ),
    "doctor-json-spaced": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON with a space after each comma and colon: something on the way, a proxy or framework, writes it anew. Forward the raw body.",
    ),
    "doctor-json-indented-2": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON indented by 2 spaces: something on the way, a proxy or framework, lays it out anew. Forward the raw body.",
    ),
    "doctor-json-indented-4": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON indented by 4 spaces: something on the way, a proxy or framework, lays it out anew. Forward the raw body.",
    ),
    "doctor-json-tabs": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON indented by tabs: something on the way, a proxy or framework, lays it out anew. Forward the raw body.",
    ),
    "doctor-json-escaped": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON with its characters beyond ASCII written as other escapes, such as \\u00e9: something on the way changed them. Forward the raw body.",
    ),
    "doctor-json-unescaped": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON without escapes such as \\u00e9: something on the way put them in. Forward the raw body.",
    ),
    "doctor-json-slashes": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON with its slashes written the other way, / or \\/: something on the way changed them. Forward the raw body.",
    ),
    "doctor-json-html": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON with <, > and & written as escapes, such as \\u003c: something on the way took them out. Forward the raw body.",
    ),
    "doctor-json-sorted": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON with its members in another order or form: something on the way read it and wrote it anew. Forward the raw body.",
    ),
    "doctor-json-numbers": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON with its numbers written the other way, 10 or 10.0: something on the way changed them. Forward the raw body.",
    ),
    "doctor-json-rewritten": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON with other spaces and escapes: something on the way read it and wrote it anew. Forward the raw body.",
    ),
    "doctor-form": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the form with other escapes or another order: something on the way read it and wrote it anew. Forward the raw body.",
    ),
    "doctor-form-payload": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the JSON with or without its form field payload: something on the way took it out or put it in. Forward the raw body.",
    ),
    "doctor-time-old": QT_TRANSLATE_NOOP(
        "Problem",
        "The request was signed {age} before it arrived, the limit is {limit} s. Check the clocks, or allow a greater age.",
    ),
    "doctor-time-ahead": QT_TRANSLATE_NOOP(
        "Problem",
        "The request was signed {age} ahead of the clock, the limit is {limit} s. Check the clocks, or allow a greater age.",
    ),
    "doctor-time-zone": QT_TRANSLATE_NOOP(
        "Problem",
        "The signed time is {age} off, nearly {hours} whole hours: a local time was taken for UTC. Let the sender use UTC; the limit is {limit} s.",
    ),
    "doctor-time-in-milliseconds": QT_TRANSLATE_NOOP(
        "Problem", "The timestamp is in milliseconds, but the scheme has it in seconds. Let the sender use seconds."
    ),
    "doctor-time-in-seconds": QT_TRANSLATE_NOOP(
        "Problem",
        "The timestamp is in seconds, but the scheme has it in milliseconds. Let the sender use milliseconds.",
    ),
    "doctor-time-over": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature ended {age} before the request arrived. Check the clocks, or let the sender sign for longer.",
    ),
    "doctor-time-early": QT_TRANSLATE_NOOP(
        "Problem", "The signature counts only from {age} after the request arrived. Check the clocks."
    ),
    "doctor-time-replayed": QT_TRANSLATE_NOOP(
        "Problem",
        "The capture {id} has the same body and signature: the request was sent again without being signed anew. Let the sender sign each attempt.",
    ),
    "doctor-time-unreadable": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits, but the timestamp {found} is not written as the scheme has it. Let the sender write it as documented.",
    ),
    "doctor-time-unit-changed": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the time of {header} in the other unit, seconds or milliseconds. Send the time that was signed.",
    ),
    "doctor-time-changed": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the time {signed}, but {header} says {given}: something on the way changed it. Forward the header unchanged.",
    ),
    "doctor-address-scheme": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the address {address}: a proxy changed http and https. Set signed_url to the address that the provider has.",
    ),
    "doctor-address-host": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the address {address}: the provider knows this listener by another host. Set signed_url to the address that the provider has.",
    ),
    "doctor-address-port": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the address {address}: the port differs. Set signed_url to the address that the provider has.",
    ),
    "doctor-address-slash": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the address {address}: the slash at its end differs. Set signed_url to the address that the provider has.",
    ),
    "doctor-address-path": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the address {address}: something on the way changed the path. Set signed_url to the address that the provider has.",
    ),
    "doctor-address-query": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the address {address}: its query was left out, reordered or escaped anew. Set signed_url to the address that the provider has.",
    ),
    "doctor-address-setting": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the address {address} that was asked for, but the setting signed_url says another. Correct that setting.",
    ),
    "doctor-address-other": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the address {address}, which a proxy or tunnel changed. Set signed_url to the address that the provider has.",
    ),
    "doctor-method": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits the method {method}, but the request came with {own}. Send it with the method that was signed.",
    ),
    "doctor-hash": QT_TRANSLATE_NOOP(
        "Problem",
        "The sender signs with {hash}, the scheme with {expected}. Let the sender use the hash of the scheme, or choose another scheme.",
    ),
    "doctor-encoding": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature in {header} is right, but written in another encoding, hex or base64. Let the sender use the one of the scheme.",
    ),
    "doctor-signature-quotes": QT_TRANSLATE_NOOP(
        "Problem", "The signature in {header} stands in quotation marks. Send it without them."
    ),
    "doctor-signature-blanks": QT_TRANSLATE_NOOP(
        "Problem", "The signature in {header} has spaces that do not belong to it. Send it without them."
    ),
    "doctor-signature-percent": QT_TRANSLATE_NOOP(
        "Problem", "The signature in {header} is written with % signs, as in an address. Send it as it is."
    ),
    "doctor-signature-plus": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature in {header} has spaces in place of its plus signs: something on the way decoded it. Forward the header unchanged.",
    ),
    "doctor-signature-prefix": QT_TRANSLATE_NOOP(
        "Problem", "The signature in {header} has a prefix too many. Send it without one."
    ),
    "doctor-signature-prefix-missing": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature in {header} lacks the prefix of the scheme, or has another. Send it as the scheme has it.",
    ),
    "doctor-signature-case": QT_TRANSLATE_NOOP(
        "Problem", "The signature in {header} is right but for the case of its letters. Forward the header unchanged."
    ),
    "doctor-signature-cut": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature in {header} was cut: {found} of {whole} characters are there. Look for a limit on the length of headers.",
    ),
    "doctor-header-renamed": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits once headers such as {header} have their usual names. Forward the headers by the names they came with.",
    ),
    "doctor-scheme": QT_TRANSLATE_NOOP(
        "Problem",
        "The request is signed by the scheme {scheme}, and the secret fits. Choose that scheme for the endpoint.",
    ),
    "doctor-headers-of-capture": QT_TRANSLATE_NOOP(
        "Problem", "The headers of the capture {id} belong to this body. Send each body with its own headers."
    ),
    "doctor-body-of-capture": QT_TRANSLATE_NOOP(
        "Problem", "The signature belongs to the body of the capture {id}. Send each body with its own signature."
    ),
    "doctor-part-missing": QT_TRANSLATE_NOOP(
        "Problem", "{part} is missing, and it is signed. Look for what takes it off on the way."
    ),
    "doctor-parameter-missing": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature fits with the parameter {parameter} in the address: something on the way took it off. Forward the whole query.",
    ),
    "doctor-tried-cut-body": QT_TRANSLATE_NOOP("Problem", "Whether the whole body is there."),
    "doctor-tried-other-secrets": QT_TRANSLATE_NOOP("Problem", "Whether another of your secrets fits."),
    "doctor-tried-mended-secrets": QT_TRANSLATE_NOOP(
        "Problem", "Whether the secret was copied with too much or too little."
    ),
    "doctor-tried-key-forms": QT_TRANSLATE_NOOP(
        "Problem", "Whether the secret is used in another form: text, hex, base64."
    ),
    "doctor-tried-replay": QT_TRANSLATE_NOOP("Problem", "Whether it was sent a second time."),
    "doctor-tried-age": QT_TRANSLATE_NOOP("Problem", "How old the signature is."),
    "doctor-tried-addresses": QT_TRANSLATE_NOOP("Problem", "Whether another address was signed."),
    "doctor-tried-methods": QT_TRANSLATE_NOOP("Problem", "Whether another method was signed."),
    "doctor-tried-signature-text": QT_TRANSLATE_NOOP("Problem", "Whether the text of the signature was changed."),
    "doctor-tried-encodings": QT_TRANSLATE_NOOP("Problem", "Whether the signature is in another encoding or case."),
    "doctor-tried-cut-signature": QT_TRANSLATE_NOOP("Problem", "Whether the signature was cut."),
    "doctor-tried-renamed-headers": QT_TRANSLATE_NOOP("Problem", "Whether headers were renamed."),
    "doctor-tried-time-form": QT_TRANSLATE_NOOP("Problem", "Whether the time is written another way."),
    "doctor-tried-time-unit": QT_TRANSLATE_NOOP("Problem", "Whether the time was signed in another unit."),
    "doctor-tried-body-ends": QT_TRANSLATE_NOOP("Problem", "Whether line breaks or spaces were added or lost."),
    "doctor-tried-body-coding": QT_TRANSLATE_NOOP("Problem", "Whether the body was compressed after signing."),
    "doctor-tried-json-layout": QT_TRANSLATE_NOOP("Problem", "Whether the JSON was laid out anew."),
    "doctor-tried-json-escapes": QT_TRANSLATE_NOOP("Problem", "Whether escapes in the JSON were changed."),
    "doctor-tried-charset": QT_TRANSLATE_NOOP("Problem", "Whether the charset was changed."),
    "doctor-tried-form": QT_TRANSLATE_NOOP("Problem", "Whether the form was written anew."),
    "doctor-tried-schemes": QT_TRANSLATE_NOOP("Problem", "Whether it is signed by another scheme."),
    "doctor-tried-captures": QT_TRANSLATE_NOOP("Problem", "Whether signature and body belong to different captures."),
    "doctor-tried-hashes": QT_TRANSLATE_NOOP("Problem", "Whether it is signed with another hash."),
    "doctor-tried-bare-body": QT_TRANSLATE_NOOP("Problem", "Whether the body alone is signed."),
    "doctor-tried-json-order": QT_TRANSLATE_NOOP("Problem", "Whether the JSON was sorted."),
    "doctor-tried-json-numbers": QT_TRANSLATE_NOOP("Problem", "Whether numbers in the JSON were changed."),
    "doctor-tried-json-rewritten": QT_TRANSLATE_NOOP("Problem", "Whether the JSON was read and written anew."),
    "doctor-tried-lost-coding": QT_TRANSLATE_NOOP("Problem", "Whether the body was decompressed on the way."),
    "doctor-tried-times": QT_TRANSLATE_NOOP("Problem", "Whether the time was changed."),
    "doctor-tried-parameter": QT_TRANSLATE_NOOP("Problem", "Whether a parameter of the address is missing."),
    "doctor-tried-length": QT_TRANSLATE_NOOP("Problem", "Whether Content-Length fits the body."),
    "doctor-tried-parts": QT_TRANSLATE_NOOP("Problem", "Whether a signed header is missing."),
    "doctor-tried-doubtful-secrets": QT_TRANSLATE_NOOP("Problem", "Whether the secret looks like one."),
}
