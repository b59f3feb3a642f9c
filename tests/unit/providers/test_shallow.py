import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.providers.shallow import read_beginning, tree_of

TEXT = '{"id": "evt_1", "data": {"object": {"id": 7, "lines": [{"x": "}"}]}}, "live": false, "n": null, "type": "a\\u00e9\\"b"}'


def test_only_what_is_asked_for_is_kept() -> None:
    found = read_beginning(TEXT, tree_of([("id",), ("data", "object", "id"), ("type",), ("live",), ("absent", "x")]))
    assert found == {
        "id": "evt_1",
        "data": {"object": {"id": "7", "lines": None}},
        "live": False,
        "n": None,
        "type": 'aé"b',
    }


def test_places_in_arrays() -> None:
    text = '[{"a": 1, "b": [1]}, [2, [3]], {"c": 4}]'
    assert read_beginning(text, tree_of([(0, "a"), (1, 1, 0), (2, "c")])) == {
        0: {"a": "1", "b": None},
        1: {0: None, 1: {0: "3"}},
        2: {"c": "4"},
    }


def test_the_last_of_two_members_with_one_name() -> None:
    wanted = tree_of([("a", "b")])
    assert read_beginning('{"a": {"b": 1}, "a": 2}', wanted) == {"a": "2"}
    assert read_beginning('{"a": 2, "a": {"b": 1, "b": "x"}}', wanted) == {"a": {"b": "x"}}


def test_names_of_an_object_that_is_itself_the_end_of_a_path() -> None:
    assert read_beginning('{"a": {"x": {"y": 1}, "z": 2}}', tree_of([("a",)])) == {"a": {"x": None, "z": None}}
    assert read_beginning('{"update_id": 1, "message": {}}', tree_of([()])) == {"update_id": None, "message": None}


@pytest.mark.parametrize("size", range(len(TEXT)))
def test_a_cut_takes_nothing_that_stands_whole_before_it(size: int) -> None:
    found = read_beginning(TEXT[:size], tree_of([("id",), ("data", "object", "id"), ("type",)]))
    if found is None:
        assert size == 0
        return
    assert isinstance(found, dict)
    assert found.get("id") == ("evt_1" if size > TEXT.index(",") else None)
    inner = found.get("data")
    if size > TEXT.index("7") + 1:
        assert inner["object"]["id"] == "7"
    assert "type" not in found


def test_half_a_number_is_none() -> None:
    assert read_beginning('{"a": 12', tree_of([("a",)])) == {}
    assert read_beginning('{"a": 12 ', tree_of([("a",)])) == {"a": "12"}


def test_no_digit_is_lost() -> None:
    number = "9" * 6_000
    assert read_beginning(f'{{"a": {number}, "b": 1.10}}', tree_of([("a",), ("b",)])) == {"a": number, "b": "1.10"}


@pytest.mark.parametrize(
    "text",
    ["", " ", "x", '"', "{", "[", "{]", '{"a"', '{"a":', '{"a" 1}', "{1: 2}", '{"a": "\\x"}', "[,", '{"a": 1 "b": 2}'],
)
def test_what_is_no_json(text: str) -> None:
    assert read_beginning(text, tree_of([("b",)])) in (None, {}, {"a": None})


@pytest.mark.parametrize(
    "text",
    [
        "[" * 65_000,
        '{"a":' * 12_000,
        '{"b":' + "[" * 65_000,
        "{" + '"b":1,' * 11_000,
        '{"a":"' + "x" * 65_000,
        '{"a":"' + '\\"' * 32_000,
        "[" + "[]," * 21_000,
        "[" + " " * 65_000,
    ],
)
def test_hostile_texts_cost_little(text: str) -> None:
    started = time.process_time()
    read_beginning(text, tree_of([("a", "a"), (0, "a")]))
    assert time.process_time() - started < 0.5


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)
paths = st.lists(st.lists(st.sampled_from(["a", "b", "c", 0, 1]), min_size=1, max_size=3).map(tuple), max_size=5)


def follow(here: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        if isinstance(here, dict) and (isinstance(step, str) or any(isinstance(key, int) for key in here)):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here


@given(values, paths, st.sampled_from([None, 2]))
def test_it_finds_what_a_parser_finds(value: object, paths: list[tuple[str | int, ...]], indent: int | None) -> None:
    found = read_beginning(json.dumps(value, indent=indent) + " ", tree_of(paths))
    exact = json.loads(json.dumps(value), parse_int=str)
    for path in paths:
        expected = follow(exact, path)
        if not isinstance(expected, dict | list):
            assert follow(found, path) == expected


@given(st.text(alphabet='{}[]",:\\ab01 .eE-tfn', max_size=60), paths)
def test_junk_never_raises(text: str, paths: list[tuple[str | int, ...]]) -> None:
    read_beginning(text, tree_of(paths))
