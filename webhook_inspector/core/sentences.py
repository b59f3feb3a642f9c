"""Every problem in one sentence that says what is wrong and what to do. The window translates the same table."""

import re

from webhook_inspector.core.problem import Problem

CONTEXT = "Problem"
_GAP = re.compile(r"\{(\w+)\}")


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # the name by which pyside6-lupdate finds the texts
    return text


SENTENCES: dict[str, str] = {
    # what a sender did
    "tls-on-plain-port": QT_TRANSLATE_NOOP(
        "Problem", "TLS on a plain port: the sender spoke https. Give the sender the http:// address."
    ),
    "http2-preface": QT_TRANSLATE_NOOP(
        "Problem", "The sender spoke HTTP/2 at once; this listener speaks HTTP/1.1. Let it begin with HTTP/1.1."
    ),
    "not-http": QT_TRANSLATE_NOOP("Problem", "These bytes are not an HTTP request."),
    "request-line": QT_TRANSLATE_NOOP(
        "Problem", "Malformed request line: it must be METHOD, a space, target, a space, HTTP/1.1."
    ),
    "http-version": QT_TRANSLATE_NOOP(
        "Problem", "The sender asked for {version}; this listener speaks HTTP/1.0 and HTTP/1.1."
    ),
    "bare-line-feed": QT_TRANSLATE_NOOP(
        "Problem", "Malformed head: line {line} ends in a line feed without a carriage return."
    ),
    "folded-header": QT_TRANSLATE_NOOP(
        "Problem", "Malformed head: line {line} is folded, which HTTP/1.1 no longer allows."
    ),
    "header-name": QT_TRANSLATE_NOOP("Problem", "Malformed head: line {line} has no valid header name before a colon."),
    "header-value": QT_TRANSLATE_NOOP("Problem", "Malformed head: line {line} holds a control character."),
    "host-missing": QT_TRANSLATE_NOOP("Problem", "An HTTP/1.1 request needs a Host header, and this one has none."),
    "host-twice": QT_TRANSLATE_NOOP("Problem", "The request has more than one Host header."),
    "content-length": QT_TRANSLATE_NOOP("Problem", "Malformed Content-Length: {value}"),
    "content-length-twice": QT_TRANSLATE_NOOP(
        "Problem", "The request has more than one Content-Length, so its end is ambiguous."
    ),
    "both-framings": QT_TRANSLATE_NOOP(
        "Problem", "The request has both Content-Length and Transfer-Encoding, so its end is ambiguous."
    ),
    "transfer-encoding": QT_TRANSLATE_NOOP(
        "Problem", "Transfer-Encoding {value} is not understood; only chunked is, in HTTP/1.1."
    ),
    "expectation": QT_TRANSLATE_NOOP("Problem", "The expectation {value} cannot be met; only 100-continue can."),
    "chunk": QT_TRANSLATE_NOOP("Problem", "Malformed chunk after {received} bytes of the body."),
    "trailers": QT_TRANSLATE_NOOP("Problem", "Malformed trailers after the chunked body."),
    "request-line-too-long": QT_TRANSLATE_NOOP("Problem", "The request line is longer than {limit} bytes."),
    "headers-too-long": QT_TRANSLATE_NOOP("Problem", "The header block is longer than {limit} bytes."),
    "headers-too-many": QT_TRANSLATE_NOOP("Problem", "The request has more than {limit} headers."),
    "body-too-long": QT_TRANSLATE_NOOP(
        "Problem", "Cut: {announced} bytes announced, the limit is {limit}. The first {kept} are kept."
    ),
    "body-too-long-chunked": QT_TRANSLATE_NOOP(
        "Problem", "Cut: the chunked body grew over the limit of {limit} bytes. The first {kept} are kept."
    ),
    "hung-up-in-head": QT_TRANSLATE_NOOP("Problem", "The sender hung up inside the head, after {received} bytes."),
    "hung-up-in-body": QT_TRANSLATE_NOOP("Problem", "The sender hung up after {received} of {announced} body bytes."),
    "hung-up-in-chunks": QT_TRANSLATE_NOOP(
        "Problem", "The sender hung up inside a chunked body, after {received} bytes."
    ),
    "slow-head": QT_TRANSLATE_NOOP("Problem", "Too slow: the head was not complete after {seconds} s."),
    "slow-body": QT_TRANSLATE_NOOP("Problem", "Too slow: {received} body bytes after {seconds} s."),
    "out-of-memory": QT_TRANSLATE_NOOP(
        "Problem", "Too much at once: more than {limit} bytes of bodies were waiting to be stored."
    ),
    # the listener
    "port-taken": QT_TRANSLATE_NOOP("Problem", "Port {port} is taken by another program."),
    "port-taken-try": QT_TRANSLATE_NOOP(
        "Problem", "Port {port} is taken by another program. Try a free one: --port {free}"
    ),
    "port-forbidden": QT_TRANSLATE_NOOP(
        "Problem", "Port {port} needs administrator rights. Choose a port from 1024 up."
    ),
    "address-missing": QT_TRANSLATE_NOOP("Problem", "This machine has no address {host}."),
    "listen-failed": QT_TRANSLATE_NOOP("Problem", "Cannot listen on {host} port {port}: {reason}"),
    "connections-exhausted": QT_TRANSLATE_NOOP(
        "Problem", "The system has no file handles left for new connections: {reason}"
    ),
    "reachable": QT_TRANSLATE_NOOP(
        "Problem", "Reachable from your network: anyone who can reach {host} can post here."
    ),
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
    "send-failed": QT_TRANSLATE_NOOP("Problem", "The test request to {url} failed: {reason}"),
    "unreadable": QT_TRANSLATE_NOOP("Problem", "{text}"),
}


def sentence(problem: Problem) -> str:
    """The problem in English. A code of another version, or a gap without particular, still gives words."""
    return fill(SENTENCES.get(problem.code, problem.code), problem)


def fill(text: str, problem: Problem) -> str:
    """`text` (a sentence in any language) with the particulars of `problem` in its gaps."""
    particulars = dict(problem.particulars)
    return _GAP.sub(lambda gap: str(particulars.get(gap[1], gap[0])), text)
