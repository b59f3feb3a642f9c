"""One capture as an entry of a HAR 1.2 log: all members that the format requires, and ours to bring it back exactly."""

import re
from base64 import b64encode
from typing import Any
from urllib.parse import parse_qsl, quote

from webhook_inspector.core.capture import Capture, Head, Record
from webhook_inspector.core.headers import Fields, first, parse_fields
from webhook_inspector.core.sentences import sentence
from webhook_inspector.formats.members import Members, bytes_member, clean_text, members_of
from webhook_inspector.formats.moment import rfc3339

OURS = "_webhookInspector"
"""The member with everything of the record but its body, which is in `postData` or `_content`."""

_UNKNOWN_TYPE = "application/octet-stream"
# What RFC 3986 allows in a path and a query; `%` is kept where it begins an escape.
_URL_SAFE = "%/?:@!$&'()*+,;=-._~[]"
_LONE_PERCENT = re.compile(rb"%(?![0-9A-Fa-f]{2})")


def entry_of(record: Record) -> Members:
    capture = record.capture
    comment = {"comment": sentence(capture.problem)} if capture.problem else {}
    return {
        "startedDateTime": rfc3339(capture.received_ns, digits=3),
        "time": 0,
        "request": _request(capture),
        "response": _response(record),
        "cache": {},
        "timings": {"send": 0, "wait": 0, "receive": 0, "comment": "not measured"},
        **comment,
        OURS: {**members_of(record), **bytes_member("head", capture.head)},
    }


def _request(capture: Capture) -> Members:
    head = capture.parsed()
    query = head.target.partition(b"?")[2].decode("latin-1")
    return {
        "method": head.method,
        "url": _url(capture.scheme, head),
        "httpVersion": head.version,
        "cookies": [],
        "headers": _pairs(head.fields),
        "queryString": [{"name": name, "value": value} for name, value in parse_qsl(query, keep_blank_values=True)],
        "headersSize": len(capture.head),
        "bodySize": capture.body_size,
        **_body(capture.body, head.fields),
    }


def _body(body: bytes, fields: Fields) -> Members:
    """HAR has no place for a binary body of a request; HTTP Toolkit's members for it are read by others too."""
    if not body:
        return {}
    text = clean_text(body)
    if text is not None:
        return {"postData": {"mimeType": _type(fields), "text": text}}
    coded = b64encode(body).decode("ascii")
    return {
        "_requestBodyStatus": "discarded:not-representable",
        "_content": {"text": coded, "size": len(body), "encoding": "base64"},
    }


def _response(record: Record) -> Members:
    """The reply as sent; status 0 is HAR's custom for a reply that was never sent."""
    head, _, body = record.reply.partition(b"\r\n\r\n")
    line, _, block = head.partition(b"\r\n")
    version, _, words = line.decode("latin-1").partition(" ")
    fields = parse_fields(block)
    text = clean_text(body)
    coded = {"text": text} if text is not None else {"text": b64encode(body).decode("ascii"), "encoding": "base64"}
    return {
        "status": record.status if record.reply else 0,
        "statusText": words.partition(" ")[2],
        "httpVersion": version,
        "cookies": [],
        "headers": _pairs(fields),
        "content": {"size": len(body), "mimeType": _type(fields), **coded},
        "redirectURL": _text(first(fields, b"location") or b""),
        "headersSize": len(record.reply) - len(body) if record.reply else -1,
        "bodySize": len(body) if record.reply else -1,
    }


def _url(scheme: str, head: Head) -> str:
    """The address as a valid URL; the true target, with every byte, is in our own member."""
    target = quote(_LONE_PERCENT.sub(b"%25", head.target), safe=_URL_SAFE)
    if target.startswith(("http://", "https://")):
        return target
    host = quote(first(head.fields, b"host") or b"localhost", safe=":[]")
    return f"{scheme}://{host}{target if target.startswith('/') else '/' + target}"


def _type(fields: Fields) -> str:
    return _text(first(fields, b"content-type") or _UNKNOWN_TYPE.encode())


def _pairs(fields: Fields) -> list[dict[str, Any]]:
    return [{"name": _text(name), "value": _text(value)} for name, value in fields]


def _text(raw: bytes) -> str:
    """Header text for other tools: UTF-8 where it is, else Latin-1, which every byte is."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
