from webhook_inspector.core.draft import Outgoing
from webhook_inspector.ui.sample_preview import Preview, preview_of

HEAD = b"POST /stripe HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n"


def test_head_as_it_goes_out_and_the_body_laid_out_and_coloured():
    found = preview_of(Outgoing("http", "x", 80, HEAD, b'{"a":1}'))
    assert list(found.lines) == [*HEAD.decode().split("\r\n")[:3], "", "{", '  "a": 1', "}"]
    assert found.rules == (4,)
    assert len(found.spans) == len(found.lines)
    tokens = [token for _, _, token in found.spans[5]]
    assert "key" in tokens
    assert "number" in tokens


def test_without_a_body_there_is_no_line_between():
    found = preview_of(Outgoing("http", "x", 80, HEAD))
    assert (len(found.lines), found.rules) == (4, ())
    assert Preview().lines == ()
