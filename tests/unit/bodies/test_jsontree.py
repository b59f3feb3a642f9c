import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies import jsontree
from webhook_inspector.bodies.jsontree import DEEPEST, LONG, JsonTree, scan

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
SEEDS = ["[", "{", '"', "\\", '{"a":', "[[],", "1,", "]", "}", ":", '{"a"', "\n", '"a":']


def items(tree: JsonTree, item: int = 0) -> list[int]:
    found = []
    for row in range(tree.count(item)):
        child = tree.child(item, row)
        assert tree.parent(child) == item
        assert tree.row(child) == row
        found += [child, *items(tree, child)]
    return found


def built(tree: JsonTree, item: int) -> object:
    """The value, made from the tree alone."""
    mark = tree.opening(item)
    children = [tree.child(item, row) for row in range(tree.count(item))]
    if mark == "{":
        return {tree.steps(child)[-1]: built(tree, child) for child in children}
    return [built(tree, child) for child in children] if mark else json.loads(tree.literal(item))


@given(VALUES, st.sampled_from([None, 1]))
def test_the_tree_holds_the_value(value, indent) -> None:
    tree = scan(json.dumps(value, indent=indent))
    assert built(tree, 1) == value
    assert tree.complete


@given(st.text() | st.lists(st.sampled_from(SEEDS)).map("".join), st.booleans())
def test_junk_never_raises(text, by_line) -> None:
    tree = scan(text, by_line=by_line)
    for item in items(tree):
        assert isinstance(tree.label(item), str)
        assert tree.literal(item, 10) == tree.literal(item)[:10]
        tree.opening(item)
        tree.steps(item)
    assert len(list(filter(None, tree.search("a")))) <= len(tree)


@given(VALUES)
def test_every_value_is_found_by_its_path(value) -> None:
    tree = scan(json.dumps(value))
    for item in items(tree):
        assert tree.find(tree.steps(item)) == item


def test_nothing_is_lost() -> None:
    tree = scan('{"a":1.10,"a":1e400,"\\u0062":"\\ud800", "n":' + "9" * 5000 + "}")
    children = [tree.child(1, row) for row in range(4)]
    assert [tree.label(child) for child in children] == ["a", "a", "\\u0062", "n"]
    assert [tree.literal(child, 8) for child in children] == ["1.10", "1e400", '"\\ud800"', "99999999"]
    assert tree.find(("a",)) == children[1]
    assert tree.find(("b",)) == children[2]


def test_what_is_not_there_is_not_found() -> None:
    tree = scan('{"a":[1]}')
    assert tree.find(("a", 1)) is None
    assert tree.find(("a", 0, "x")) is None
    assert tree.find(("b",)) is None
    assert scan("").find(()) is None


@pytest.mark.parametrize("count", [LONG, LONG + 1, 2_345, 1_002_000])
def test_long_containers_lie_in_ranges(count) -> None:
    tree = scan(json.dumps([0] * count))
    top = [tree.child(1, row) for row in range(tree.count(1))]
    assert tree.size(1) == count
    assert len(top) <= LONG
    if count == LONG:
        return
    assert sum(map(tree.count, top)) == count
    assert max(map(tree.count, top)) <= max(LONG, 1 + count // LONG)
    last = tree.child(top[-1], tree.count(top[-1]) - 1)
    assert tree.parent(last) == top[-1]
    assert tree.steps(last) == (count - 1,)
    assert tree.find((count - 1,)) == last
    assert tree.label(top[-1]).endswith(f" … {count - 1}")


def test_ranges_know_their_rows_and_parents() -> None:
    assert len(items(scan(json.dumps({"a": [0] * 3_001, "b": [1] * 2_002})))) == 3_001 + 4 + 2_002 + 3 + 3


def test_depth_and_number_cost_little() -> None:
    began = time.process_time()
    deep = scan("[" * 200_000 + "]" * 200_000)
    scan('{"a":' * 200_000)
    assert time.process_time() - began < 2
    assert len(deep) == DEEPEST + 1
    assert deep.opening(DEEPEST - 1) == "["
    assert deep.opening(DEEPEST) == ""
    assert deep.literal(DEEPEST) == "[" * (200_000 - DEEPEST + 1) + "]" * (200_000 - DEEPEST + 1)


def test_what_follows_the_deepest_is_in_its_place() -> None:
    tree = scan("[" * (DEEPEST + 5) + "1" + "]" * (DEEPEST + 4) + ",7]")
    assert tree.count(1) == 2
    assert tree.literal(tree.child(1, 1)) == "7"


def test_more_values_than_it_bears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsontree, "MOST", 10)
    tree = scan(json.dumps([1] * 50))
    assert not tree.complete
    assert len(tree) == 11


def test_lines_are_texts_of_their_own() -> None:
    tree = scan('{"a":1}\n{"a":\n[2\n\n3', by_line=True)
    tops = [tree.child(0, row) for row in range(tree.count(0))]
    assert [tree.label(top) for top in tops] == ["1", "2", "3", "4"]
    assert tree.steps(tree.child(tops[0], 0)) == ("a",)
    assert tree.literal(tops[2]) == "[2"


def test_finds_names_and_values() -> None:
    tree = scan('{"needle":[1,"a NEEDLE needle"],"b":2}')
    assert [tree.steps(item) for item in tree.search("needle") if item] == [("needle",), ("needle", 1)]
    assert not list(filter(None, tree.search("absent")))


def test_the_beginning_of_a_text_is_a_tree() -> None:
    tree = scan('{"a":[1,{"b":"cut of')
    assert tree.steps(tree.find(("a", 1, "b"))) == ("a", 1, "b")
    assert tree.literal(1) == tree.text
