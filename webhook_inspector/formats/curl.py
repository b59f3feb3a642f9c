r"""A captured request as one curl command for a POSIX shell: run, it sends the same method, target, headers and body again.

    curl http://127.0.0.1:8787/stripe \
      -H 'Content-Type: application/json' \
      -H 'User-Agent: Stripe/1.0' \
      -H 'Accept:' \
      --data-raw '{"hi":1}'

Host and framing are curl's: Host, Content-Length, Transfer-Encoding and what else belongs to one connection only is left out.
Headers that curl would add by itself are taken away (`-H 'Accept:'`). Text is quoted so that the shell does nothing with it;
bytes that are no plain text come from `printf` or `base64 -d`, in ASCII, so that what is pasted is what is seen.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from shlex import quote

from webhook_inspector.core.capture import Capture, Head, Record, State
from webhook_inspector.core.headers import HOP_BY_HOP, first, named_by_connection
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible

_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_DROPPED = HOP_BY_HOP | {b"host", b"content-length", b"transfer-encoding"}
# Targets that every version of curl sends as they stand in a URL (brackets with --globoff, dots with --path-as-is).
_URL_TARGET = re.compile(rb"/[A-Za-z0-9\-._~!$&'()*+,;=:@/%{}\[\]]*(?:\?[A-Za-z0-9\-._~!$&'()*+,;=:@/%{}\[\]?]+)?")
_DOTS = re.compile(rb"/(?:\.|%2e)", re.IGNORECASE)
_ARGUMENT_LIMIT = 64 * 2**10
"""Largest body inside the command's arguments, in bytes: Linux takes no argument over 128 KiB."""
_PRINTF_LIMIT = 8 * 2**10
"""Largest body written with octal escapes, in bytes; base64 is shorter."""

_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", "%": "%%"}


def curl(record: Record, url: str) -> str:
    """`url` is where to send it, without a path: `http://127.0.0.1:8787`. Raises KnownError `no-curl` for what is no request."""
    capture = record.capture
    head = capture.parsed()
    _check(capture, head)
    announced = first(head.fields, b"content-length") is not None and head.method != "HEAD"
    source, data = _body(capture.body, sent=bool(capture.body) or announced)
    parts = [
        *_target(head.target, url),
        *_method(head, sent=bool(data)),
        *_version(head, url),
        *_headers(head, sent=bool(data)),
        *data,
    ]
    return f"{source}curl " + " \\\n  ".join(parts)


def _check(capture: Capture, head: Head) -> None:
    """A request that curl could not send, or not as it was, has no command."""
    if capture.state is State.REFUSED:
        raise _no_curl(sentence(capture.problem) if capture.problem else "it was refused.")
    if not _TOKEN.fullmatch(head.method.encode()) or not head.target or re.search(rb"[\x00-\x20\x7f]", head.target):
        raise _no_curl("its request line is malformed.")
    if not all(_TOKEN.fullmatch(name) and not re.search(rb"[\x00\r\n]", value) for name, value in head.fields):
        raise _no_curl("a header is malformed.")


def _no_curl(reason: str) -> KnownError:
    return KnownError(Problem.of("no-curl", reason=reason))


def _target(target: bytes, url: str) -> Iterator[str]:
    base = url.rstrip("/")
    if not _URL_TARGET.fullmatch(target):
        yield quote(base + "/")
        yield f"--request-target {_word(target)}"
        return
    yield quote(base + target.decode())
    if re.search(rb"[{}\[\]]", target):
        yield "--globoff"
    if _DOTS.search(target):
        yield "--path-as-is"


def _method(head: Head, *, sent: bool) -> Iterator[str]:
    if head.method == "HEAD" and not sent:
        yield "--head"
    elif head.method != ("POST" if sent else "GET"):
        yield f"-X {quote(head.method)}"


def _version(head: Head, url: str) -> Iterator[str]:
    """Over TLS curl would choose HTTP/2, which sends names of headers in lower case."""
    if head.version == "HTTP/1.0":
        yield "--http1.0"
    elif url.startswith("https:"):
        yield "--http1.1"


def _headers(head: Head, *, sent: bool) -> Iterator[str]:
    dropped = _DROPPED | named_by_connection(head.fields)
    kept = [(name, value) for name, value in head.fields if name.lower() not in dropped]
    for name, value in kept:
        yield "-H " + _word(name + b": " + value if value else name + b";")
    for name in ("Accept", "User-Agent", *(("Content-Type", "Expect") if sent else ())):
        if first(kept, name.encode()) is None:
            yield f"-H '{name}:'"


def _body(body: bytes, *, sent: bool) -> tuple[str, list[str]]:
    """What stands before curl, and its arguments. --data-raw takes a leading `@` as it is."""
    if not sent:
        return "", []
    if len(body) <= _ARGUMENT_LIMIT and (text := _plain(body)) is not None:
        return "", [f"--data-raw {quote(text)}"]
    if len(body) <= _PRINTF_LIMIT:
        return f"printf {_escaped(body)} | ", ["--data-binary @-"]
    return f"printf '%s' '{b64encode(body).decode('ascii')}' | base64 -d | ", ["--data-binary @-"]


def _word(raw: bytes) -> str:
    """One word of a shell command that is `raw`, which holds no NUL and does not end in a line feed."""
    text = _plain(raw)
    return quote(text) if text is not None else f'"$(printf {_escaped(raw)})"'


def _plain(raw: bytes) -> str | None:
    """`raw` as text that shows all it is and can be pasted, or None."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    bare = text.replace("\n", "").replace("\t", "")
    return text if visible(bare) == bare else None


def _escaped(raw: bytes) -> str:
    """A format for printf that writes `raw`. A leading `-` would be an option."""
    written = "".join(map(_escape, raw.decode("utf-8", "surrogateescape")))
    return f"'{written}'" if not written.startswith("-") else f"'{_octal('-')}{written[1:]}'"


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character != "'" and visible(character) == character:
        return character
    return _octal(character)


def _octal(character: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", "surrogateescape"))
