"""One entry of a HAR log that another tool wrote (Chrome, Firefox, HTTP Toolkit, mitmproxy …) as a record.

Such a log tells what a request said, not its bytes: the head is written anew from method, URL and headers. Bodies are mostly
without their content coding there, and then Content-Encoding goes. Null stands for a member that is not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from webhook_inspector.core.capture import Capture, Record, State
from webhook_inspector.core.problem import Problem
from webhook_inspector.formats.format import MisfitError
from webhook_inspector.formats.head import TextField, reply_head, request_head
from webhook_inspector.formats.members import text_of, unbase64, utf8
from webhook_inspector.formats.moment import HIGHEST, nanoseconds_of

_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Content:
    """A body in a log."""

    body: bytes | None
    """None where the log leaves it out."""
    exact: bool = False
    """Whether it is as it went over the wire, as far as its size tells."""


def object_of(members: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The object called `name` without its nulls, empty where there is none."""
    value = members.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise MisfitError(f"{name} is not a JSON object")
    return {key: found for key, found in value.items() if found is not None}


def record_of_entry(entry: Mapping[str, Any]) -> Record:
    request = object_of(entry, "request")
    content = request_content(request)
    body = content.body or b""
    size = len(body) or _size(request)
    method, url = text_of(request, "method"), text_of(request, "url")
    scheme, head = request_head(method, url, _fields(request, content), size, text_of(request, "httpVersion", ""))
    lacks = size > len(body)
    capture = Capture(
        received_ns=nanoseconds_of(text_of(entry, "startedDateTime")),
        peer="",
        scheme=scheme,
        head=head,
        body=body,
        state=State.CUT if lacks else State.COMPLETE,
        problem=Problem.of("body-not-in-file", announced=size) if lacks else None,
        body_size=size,
    )
    return Record(capture, *_reply(object_of(entry, "response")))


def request_content(request: Mapping[str, Any]) -> Content:
    """From `postData`, or from HTTP Toolkit's `_content` for bodies that are no text."""
    post = object_of(request, "postData") or object_of(request, "_content")
    if "text" in post or _FORM not in text_of(post, "mimeType", ""):
        return _content(post, _size(request))
    params = [(text_of(param, "name"), text_of(param, "value", "")) for param in _objects(post, "params")]
    return Content(urlencode([(utf8(name, "params"), utf8(value, "params")) for name, value in params]).encode())


def _content(holder: Mapping[str, Any], wire_size: int) -> Content:
    if "text" not in holder:
        return Content(None)
    text = text_of(holder, "text")
    if holder.get("encoding") != "base64":
        return Content(utf8(text, "text"))
    body = unbase64("".join(text.split()), "text")
    return Content(body, exact=len(body) == wire_size)


def _reply(response: Mapping[str, Any]) -> tuple[int, bytes]:
    """Status and bytes of the reply; 0 and none where the log has no true one."""
    status = response.get("status")
    if not isinstance(status, int) or not 100 <= status <= 999:
        return 0, b""
    content = _content(object_of(response, "content"), -1)
    size = None if content.body is None else len(content.body)
    head = reply_head(status, text_of(response, "statusText", ""), _fields(response, content), size)
    return status, head + (content.body or b"")


def _fields(message: Mapping[str, Any], content: Content) -> list[TextField]:
    fields = [(text_of(field, "name"), text_of(field, "value", "")) for field in _objects(message, "headers")]
    if content.body is None or content.exact:
        return fields
    return [(name, value) for name, value in fields if name.lower() != "content-encoding"]


def _objects(members: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    values = members.get(name, [])
    if not isinstance(values, list):
        raise MisfitError(f"{name} is not a list")
    return [object_of({name: value}, name) for value in values]


def _size(request: Mapping[str, Any]) -> int:
    """Bytes of the body on the wire, 0 where the log does not know."""
    size = request.get("bodySize")
    return size if type(size) is int and 0 < size <= HIGHEST else 0
