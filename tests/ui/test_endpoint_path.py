import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.ui.endpoint_path import path_fault, typed_path

BASE = "http://127.0.0.1:8787"


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/stripe", "/stripe"),
        ("stripe", "/stripe"),
        (" /stripe/ ", "/stripe"),
        ("/", "/"),
        ("/a?b=c#d", "/a"),
        ("http://127.0.0.1:8787/stripe", "/stripe"),
        ("http://127.0.0.1:8787", "/"),
        ("https://abc.tunnel.example/hooks/stripe?x=1", "/hooks/stripe"),
        ("https://abc.tunnel.example", "/"),
    ],
)
def test_a_path_or_a_whole_address_can_be_typed(typed, path):
    assert typed_path(typed, BASE) == path
    assert path_fault(typed, BASE, ()) == ""


@pytest.mark.parametrize(
    ("typed", "word"),
    [("", "Give a path"), ("  ", "Give a path"), ("/a b", "blanks"), ("/a\tb", "blanks"), ("x\x00y", "blanks")],
)
def test_what_is_no_path_is_said(typed, word):
    assert word in path_fault(typed, BASE, ())


@pytest.mark.parametrize("typed", ["/stripe", "stripe/", BASE + "/stripe"])
def test_an_endpoint_is_not_made_twice(typed):
    assert "/stripe already" in path_fault(typed, BASE, ("/github", "/stripe"))
    assert path_fault(typed, BASE, ("/github", "/stripe/test")) == ""


@given(st.text(), st.sampled_from(["", BASE]))
def test_junk_gives_a_path_or_a_sentence(text, base):
    assert typed_path(text, base).startswith("/")
    fault = path_fault(text, base, ())
    assert fault or (typed_path(typed_path(text, base), base) == typed_path(text, base))
