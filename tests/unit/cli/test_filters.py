import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.cli.filters import FilterCommand, fault_lines, query_of
from webhook_inspector.search.fields import FIELDS
from webhook_inspector.search.parse import parse
from webhook_inspector.search.query import And, Query, Text


def test_words_make_one_filter() -> None:
    assert query_of(("a", "b")) == Query(And((Text("a"), Text("b"))))
    assert query_of(()).is_empty


def test_a_fault_is_shown_at_its_place() -> None:
    with pytest.raises(click.UsageError) as caught:
        query_of(("stripe", "staus:x", "(b"))
    assert caught.value.exit_code == 2
    said, text, mark = caught.value.message.splitlines()
    assert "status:" in said
    assert (text, mark) == ("  stripe staus:x (b", "         ^^^^^^")


@pytest.mark.parametrize(
    ("text", "shown", "mark"),
    [
        ("支払 staus:x", "  支払 staus:x", "       ^^^^^^"),
        ("\x1b staus:x", "  \\x1b staus:x", "       ^^^^^^"),
        ("a" * 100 + " staus:x" + " b" * 100, "  …" + "a" * 29 + " staus:x" + " b" * 17 + " …", " " * 33 + "^^^^^^"),
    ],
)
def test_the_mark_stands_under_the_place(text: str, shown: str, mark: str) -> None:
    fault = parse(text).fault
    assert fault is not None
    assert list(fault_lines(text, fault))[1:] == [shown, mark]


@given(st.text(st.sampled_from('a(:" \0支é)-OR'), max_size=200))
def test_any_fault_can_be_shown(text: str) -> None:
    fault = parse(text).fault
    if fault is not None:
        _, shown, mark = fault_lines(text, fault)
        assert "^" in mark
        assert len(shown) < 800


def test_the_help_explains_the_language() -> None:
    command = FilterCommand("x", examples=("x list",))
    said = CliRunner().invoke(command, ["--help"]).output
    assert all(f"{name}:" in said for name in FIELDS)
    assert said.index("Filter:") < said.index("Examples:")
