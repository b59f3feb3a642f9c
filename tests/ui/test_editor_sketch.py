from dataclasses import replace

import pytest

from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.key import Key
from webhook_inspector.drafts.fault import Where
from webhook_inspector.drafts.signing import Break, How, Signing
from webhook_inspector.ui.editor_sketch import TRIED, Sketch, filled, for_check, look, prepared

DRAFT = Draft("POST", "http://localhost:3000/{{path}}", (DraftField(b"X-A", b"{{who}}"),), b'{"at":{{$timestamp}}}')
STRIPE = Signing(How.NEW, "stripe", (Key("secret", "whsec_x"),))


def test_marks_are_filled_in_where_that_is_wanted():
    sketch = Sketch(DRAFT, fills=True, environment={"path": "a", "who": "b"})
    outgoing = prepared(sketch, 1000, "u").outgoing
    assert outgoing.head.startswith(b"POST /a HTTP/1.1\r\n")
    assert b"X-A: b\r\n" in outgoing.head
    assert outgoing.body == b'{"at":1000}'
    plain = prepared(replace(sketch, fills=False), 1000, "u").outgoing
    assert b"/{{path}}" in plain.head


def test_unknown_names_keep_it_from_being_sent_and_are_shown_at_their_place():
    found = prepared(Sketch(DRAFT, fills=True), 0, "u")
    assert found.outgoing is None
    assert [fault.where for fault in found.faults] == [Where.URL, Where.HEADER_VALUE]
    assert found.lines


@pytest.mark.parametrize("signing", [Signing(), STRIPE])
def test_the_breaks_that_mean_something_are_offered(signing):
    live = look(Sketch(replace(DRAFT, url="http://localhost:3000/"), signing), 1000, "u")
    assert (Break.WRONG_SECRET in live.breaks) is (signing is STRIPE)
    assert Break.NOTHING in live.breaks
    assert live.prepared.outgoing is not None


def test_large_bodies_are_not_tried():
    draft = replace(DRAFT, url="http://localhost:3000/", body=b"x" * (TRIED + 1))
    assert look(Sketch(draft, STRIPE), 1000, "u").breaks == tuple(Break)


def test_a_handler_is_checked_with_it_signed_anew_and_whole():
    broken = replace(STRIPE, how=How.KEEP, broken=Break.TAMPERED)
    found = for_check(Sketch(DRAFT, broken, keep_host=True, raw=True))
    assert found == Sketch(DRAFT, STRIPE)


def test_what_is_checked_has_no_marks_but_its_own():
    sketch = Sketch(DRAFT, fills=True, environment={"path": "a", "who": "b"})
    assert filled(sketch, 1000, "u").url == "http://localhost:3000/a"
    assert filled(sketch, 1000, "u").body == b'{"at":1000}'
    assert filled(replace(sketch, fills=False), 1000, "u") is DRAFT
