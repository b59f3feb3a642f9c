import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.jsonpath import as_jq, as_jsonpath, as_python, name_of, parse_path

STEPS = st.lists(st.text(max_size=8) | st.integers(0, 10**6), max_size=6).map(tuple)


@pytest.mark.parametrize(
    ("steps", "jsonpath", "python", "jq"),
    [
        ((), "$", "", "."),
        (
            ("data", "items", 0, "id"),
            "$.data.items[0].id",
            '["data"]["items"][0]["id"]',
            ".data.items[0].id",
        ),
        (("a b", 'x"y'), '$["a b"]["x\\"y"]', '["a b"]["x\\"y"]', '.["a b"]["x\\"y"]'),
        ((0,), "$[0]", "[0]", ".[0]"),
        (("",), '$[""]', '[""]', '.[""]'),
    ],
)
def test_each_way_to_write_a_path(steps, jsonpath, python, jq) -> None:
    assert (as_jsonpath(steps), as_python(steps), as_jq(steps)) == (jsonpath, python, jq)


@given(STEPS)
def test_what_is_written_is_read_again(steps) -> None:
    for write in (as_jsonpath, as_python, as_jq):
        assert parse_path(write(steps)) == steps


def beyond_ffff_and_hidden(step: str | int) -> bool:
    return isinstance(step, str) and not step.isprintable() and max(step) > "\uffff"


@given(STEPS.filter(lambda steps: not any(map(beyond_ffff_and_hidden, steps))))
def test_python_takes_its_path(steps) -> None:
    value: object = "here"
    for step in reversed(steps):
        value = {step: value}
    assert eval("value" + as_python(steps)) == "here"  # noqa: S307 (what we wrote)


@given(st.text())
def test_junk_never_raises(text) -> None:
    assert parse_path(text) is None or isinstance(parse_path(text), tuple)
    assert isinstance(name_of(text), str)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("$['a'].b", ("a", "b")),
        (" .a [ 3 ] ", ("a", 3)),
        ("data.items[1]", ("data", "items", 1)),
        (r"$['it\'s']", ("it's",)),
        ('."x y"', ("x y",)),
        ("$..a", None),
        ("a[", None),
        ("$[x]", None),
    ],
)
def test_reads_leniently_what_people_write(text, steps) -> None:
    assert parse_path(text) == steps


def test_names() -> None:
    assert name_of(json.dumps("é\n")) == "é\n"
    assert name_of('"never closed') == "never closed"
    assert name_of(r'"\x1b"') == r"\x1b"
