"""A pasted curl command as a draft of what curl would send. Nothing of it is run, and no file is read.

Not in the draft is what curl adds of itself to any request: User-Agent and Accept. What options add is there: Content-Type,
Authorization, Cookie. The writer is `curl.py`; what it writes comes back.
"""

import re
from base64 import b64encode
from binascii import a2b_base64
from collections.abc import Iterator, Sequence
from urllib.parse import quote, unquote

from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import show
from webhook_inspector.formats.curl_form import multipart
from webhook_inspector.formats.curl_options import Given, given
from webhook_inspector.formats.shell_words import printed, words

_PROMPT = re.compile(r"\s*[$%>#]\s+(?=curl\b)")
_PIPED = re.compile(r"\s*printf '([^']*)' \| (?=curl )")
_PIPED_BASE64 = re.compile(r"\s*printf '%s' '([A-Za-z0-9+/=]*)' \| base64 -d \| (?=curl )")
_NAMES = re.compile(r"(?:.*[/\\])?curl(?:\.exe)?", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_USER = re.compile(r"([A-Za-z]+://)([^/?#@]*)@(.*)", re.DOTALL)
_SHOWN = 60

DATA = frozenset({"data", "data-ascii", "data-raw", "data-binary", "data-urlencode", "json"})
_FORM, _JSON = b"application/x-www-form-urlencoded", b"application/json"


def is_command(text: str) -> bool:
    """Whether a pasted text looks like a curl command."""
    start = _PROMPT.sub("", text, count=1)
    return bool(re.match(r"\s*(?:\S*[/\\])?curl(?:\.exe)?\s", start, re.IGNORECASE)) or bool(
        _PIPED.match(text) or _PIPED_BASE64.match(text)
    )


def draft_of_command(text: str) -> Draft:
    """Raises KnownError that says what stands in the way."""
    piped, command = _piped(_PROMPT.sub("", text, count=1))
    found = words(command)
    if not found or not _NAMES.fullmatch(found[0]):
        raise KnownError(Problem.of("curl-not-curl"))
    options = given(found[1:])
    for name, value in options:
        _refuse_files(name, value, piped)
    url, login = _address(options)
    form = [(name, value) for name, value in options if name in {"form", "form-string"}]
    sent = [_data(name, value, piped) for name, value in options if name in DATA]
    data = b"".join(piece if name == "json" or not place else b"&" + piece for place, (name, piece) in enumerate(sent))
    in_query = any(name == "get" for name, _ in options)
    queries = [*_values(options, "url-query"), *([show(data)] if in_query and sent else [])]
    kind, body = multipart(form) if form and not sent else (b"", b"" if in_query else data)
    default = kind or (b"" if in_query or not sent else _FORM)
    target = _values(options, "request-target")
    return Draft(
        method=_method(options, sends=bool(form or (sent and not in_query)), in_query=in_query),
        url=_with_query(url, queries),
        fields=tuple(DraftField(*field) for field in _fields(options, login, default)),
        body=body,
        target=_raw(target[-1]) if target else b"",
    )


def _piped(text: str) -> tuple[bytes | None, str]:
    """What our own commands give to curl's standard input, and the rest of the text."""
    if encoded := _PIPED_BASE64.match(text):
        try:
            return a2b_base64(encoded[1]), text[encoded.end() :]
        except ValueError:
            raise KnownError(Problem.of("curl-shell", found="base64 -d")) from None
    plain = _PIPED.match(text)
    return (printed(plain[1]), text[plain.end() :]) if plain else (None, text)


def _refuse_files(name: str, value: str, piped: bytes | None) -> None:
    reads = {
        "header": value.startswith("@"),
        "form": value.partition("=")[2].startswith(("@", "<")),
        "cookie": bool(value) and "=" not in value,
        "data-urlencode": bool(re.match(r"[^=]*@", value)),
        "url-query": bool(re.match(r"[^=]*@", value)),
        "upload-file": True,
        "config": True,
    }.get(name, name in DATA and name != "data-raw" and value.startswith("@") and (value != "@-" or piped is None))
    if reads:
        raise KnownError(Problem.of("curl-reads-file", option=f"--{name}"))


def _data(name: str, value: str, piped: bytes | None) -> tuple[str, bytes]:
    if name == "data-urlencode":
        before, mark, content = value.partition("=")
        if not mark:
            before, content = "", value
        return name, _raw(before + ("=" if before else "")) + quote(_raw(content), safe="-._~").encode()
    if value == "@-" and name != "data-raw":
        return name, piped or b""
    return name, _raw(value)


def _address(options: Sequence[Given]) -> tuple[str, str]:
    """The URL, and user and password of it."""
    found = _values(options, "url")
    if not found:
        raise KnownError(Problem.of("curl-no-url"))
    if len(found) > 1:
        raise KnownError(Problem.of("curl-several-urls", count=len(found)))
    url = show(_raw(found[0])) if _SCHEME.match(found[0]) else "http://" + show(_raw(found[0]))
    user = _USER.fullmatch(url)
    return (user[1] + user[3], unquote(user[2])) if user else (url, "")


def _with_query(url: str, queries: Sequence[str]) -> str:
    for query in queries:
        url += ("&" if "?" in url else "?") + query
    return url


def _method(options: Sequence[Given], *, sends: bool, in_query: bool) -> str:
    asked = _values(options, "request")
    if asked:
        return show(_raw(asked[-1]))
    if any(name == "head" for name, _ in options):
        return "HEAD"
    return "POST" if sends and not in_query else "GET"


def _fields(options: Sequence[Given], login: str, content_type: bytes) -> Iterator[tuple[bytes, bytes]]:
    """In the order of the options, then what they bring along, unless a header of that name is given or taken away."""
    own = [_header(value) for name, value in options if name == "header"]
    yield from ((name, value) for name, value in own if value is not None)
    named = {name.lower() for name, _ in own}
    json = any(name == "json" for name, _ in options)
    cookies = "; ".join(_values(options, "cookie"))
    brought = (
        (b"Authorization", _authorization(options, login)),
        (b"User-Agent", _last(options, "user-agent")),
        (b"Referer", _last(options, "referer").removesuffix(b";auto")),
        (b"Cookie", _raw(cookies)),
        (b"Range", b"bytes=" + _last(options, "range") if _values(options, "range") else b""),
        (b"Content-Type", _JSON if json else content_type),
        (b"Accept", _JSON if json else b""),
    )
    yield from ((name, value) for name, value in brought if value and name.lower() not in named)


def _header(text: str) -> tuple[bytes, bytes | None]:
    """Name and value; None for one that `-H 'Name:'` takes away. An empty one is written `-H 'Name;'`."""
    name, colon, value = text.partition(":")
    if colon:
        return _raw(name), _raw(value).strip(b" \t") or None
    if text.rstrip().endswith(";"):
        return _raw(text.rstrip()[:-1]), b""
    raise KnownError(Problem.of("curl-header", text=show(_raw(text[:_SHOWN]))))


def _authorization(options: Sequence[Given], login: str) -> bytes:
    bearer, user = _values(options, "oauth2-bearer"), _values(options, "user") or ([login] if login else [])
    if bearer:
        return b"Bearer " + _raw(bearer[-1])
    if not user:
        return b""
    return b"Basic " + b64encode(_raw(user[-1] if ":" in user[-1] else user[-1] + ":"))


def _values(options: Sequence[Given], name: str) -> list[str]:
    return [value for one, value in options if one == name]


def _last(options: Sequence[Given], name: str) -> bytes:
    found = _values(options, name)
    return _raw(found[-1]) if found else b""


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
