"""What the history, the view of a body, files and the user's own words have to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

HISTORY_SENTENCES: dict[str, str] = {
    # the history
    "store-full": QT_TRANSLATE_NOOP(
        "Problem", "Nothing is being captured: disk full. Free some space; senders are asked to try again."
    ),
    "store-readonly": QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing is being captured: the history is read-only ({path}). Make the file and its folder writable; senders are asked to try again.",
    ),
    "store-locked": QT_TRANSLATE_NOOP(
        "Problem", "Nothing is being captured: the history is locked by {holder}. Senders are asked to try again."
    ),
    "store-io": QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing is being captured: the history cannot be written ({reason}). Senders are asked to try again.",
    ),
    "store-unopenable": QT_TRANSLATE_NOOP("Problem", "The history {path} cannot be opened: {reason}"),
    "store-newer": QT_TRANSLATE_NOOP(
        "Problem",
        "The history {path} was written by a newer version of Webhook Inspector (format {found}, this one knows {known}). It is untouched: update, or choose another folder with --data-dir.",
    ),
    "store-migration": QT_TRANSLATE_NOOP(
        "Problem",
        "The history {path} could not be brought up to date ({reason}). It is unchanged, and a copy lies in {backup}.",
    ),
    "store-damaged": QT_TRANSLATE_NOOP(
        "Problem",
        "The history was damaged. It is set aside as {aside} and a new one is begun; bring back what is readable with: webhook-inspector import {aside}",
    ),
    "store-moved": QT_TRANSLATE_NOOP(
        "Problem", "The history file {path} was moved or deleted while in use. A new one is begun."
    ),
    "store-wal-moved": QT_TRANSLATE_NOOP(
        "Problem",
        "The file {path} was moved or deleted while in use. The history was saved and opened again; nothing is lost.",
    ),
    "store-in-use": QT_TRANSLATE_NOOP(
        "Problem", "This folder is already in use by {holder}. Close it, or choose another folder with --data-dir."
    ),
    "store-busy": QT_TRANSLATE_NOOP(
        "Problem", "Too many requests are waiting to be stored; senders are asked to try again."
    ),
    "store-long-read": QT_TRANSLATE_NOOP(
        "Problem", "Another program holds the history open for reading; its log has grown to {size} bytes."
    ),
    "no-history": QT_TRANSLATE_NOOP(
        "Problem",
        "There is no history in {path} yet. Begin one with the window or with the command webhook-inspector listen.",
    ),
    # what the view of a body has to say
    "coding-unknown": QT_TRANSLATE_NOOP(
        "Problem", "Content-Encoding {coding} is not understood; the body is shown still encoded."
    ),
    "coding-many": QT_TRANSLATE_NOOP(
        "Problem",
        "Content-Encoding lists {count} codings, more than any sender needs; the body is shown still encoded.",
    ),
    "coding-nothing": QT_TRANSLATE_NOOP(
        "Problem", "Content-Encoding says {coding}, but that cannot be undone: {reason}."
    ),
    "coding-damaged": QT_TRANSLATE_NOOP(
        "Problem", "The {coding} stream is damaged after {size} decoded bytes: {reason}."
    ),
    "coding-cut": QT_TRANSLATE_NOOP("Problem", "The {coding} stream ends too early, after {size} decoded bytes."),
    "coding-rest": QT_TRANSLATE_NOOP(
        "Problem", "More bytes follow after the end of the {coding} stream; they are not shown."
    ),
    "coding-members": QT_TRANSLATE_NOOP(
        "Problem", "The {coding} stream has too many parts; decoding stopped after {size} bytes."
    ),
    "coding-limit": QT_TRANSLATE_NOOP("Problem", "Decoding stopped at {size} bytes, the limit."),
    "coding-ratio": QT_TRANSLATE_NOOP(
        "Problem",
        "Decoding stopped at {size} bytes, more than {ratio} times what came: it looks like a decompression bomb.",
    ),
    "coding-undone": QT_TRANSLATE_NOOP("Problem", "Decoded from {coding}: {received} bytes became {size}."),
    "charset-mark": QT_TRANSLATE_NOOP("Problem", "The text begins with a byte order mark."),
    "charset-unknown": QT_TRANSLATE_NOOP("Problem", "The declared charset {charset} is not known; shown as {used}."),
    "charset-wrong": QT_TRANSLATE_NOOP(
        "Problem", "Declared as {charset}, but byte {offset} does not fit; shown as {used}."
    ),
    "charset-latin": QT_TRANSLATE_NOOP(
        "Problem", "Not UTF-8 from byte {offset} on, and no charset is declared; shown as Latin-1."
    ),
    "charset-guess": QT_TRANSLATE_NOOP(
        "Problem", "No charset is declared; shown as {used}, by the pattern of its NUL bytes."
    ),
    "kind-not-json": QT_TRANSLATE_NOOP(
        "Problem", "Declared {declared}, but not valid JSON: line {line}, column {column}."
    ),
    "kind-other": QT_TRANSLATE_NOOP("Problem", "Declared {declared}, but it looks like {found}."),
    "multipart-boundary": QT_TRANSLATE_NOOP(
        "Problem", "Declared {declared}, but without a boundary, so its parts cannot be told apart."
    ),
    "multipart-unseen": QT_TRANSLATE_NOOP(
        "Problem", "Declared {declared}, but its boundary occurs nowhere in the body."
    ),
    "multipart-many": QT_TRANSLATE_NOOP("Problem", "The body has more than {count} parts; the rest is not shown."),
    "body-deep": QT_TRANSLATE_NOOP("Problem", "Nested too deeply to be formatted; shown as it came."),
    "body-part-shown": QT_TRANSLATE_NOOP("Problem", "Only the first {shown} of {total} bytes are shown."),
    # files and words from the user
    "no-capture": QT_TRANSLATE_NOOP("Problem", "There is no capture {id}."),
    "settings-file": QT_TRANSLATE_NOOP("Problem", "{path}: {reason}"),
    "endpoint-scheme": QT_TRANSLATE_NOOP(
        "Problem", "The endpoint {path} names the scheme {scheme}, which is not known; the nearest is {near}."
    ),
    "file-unreadable": QT_TRANSLATE_NOOP("Problem", "Cannot read {path}: {reason}"),
    "file-unwritable": QT_TRANSLATE_NOOP("Problem", "Cannot write {path}: {reason}"),
    "file-exists": QT_TRANSLATE_NOOP(
        "Problem", "{path} is there already. Choose another name, or overwrite it with --force."
    ),
    "file-format": QT_TRANSLATE_NOOP("Problem", "{path}: not a {format} file: {reason}"),
    "body-not-in-file": QT_TRANSLATE_NOOP(
        "Problem", "The file this request was imported from leaves out its body of {announced} bytes."
    ),
    "no-curl": QT_TRANSLATE_NOOP("Problem", "There is no curl command for this request: {reason}"),
    "cannot-sign": QT_TRANSLATE_NOOP("Problem", "The request cannot be signed by the scheme {scheme}: {reason}"),
    "folder-unusable": QT_TRANSLATE_NOOP("Problem", "The data folder {path} cannot be used: {reason}"),
    "unreadable": QT_TRANSLATE_NOOP("Problem", "{text}"),
}
