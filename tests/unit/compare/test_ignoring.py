import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.compare.ignoring import NOTHING_IGNORED, Ignoring, Item, Pattern, path_text, pattern_text

PATH = ("data", "items", Item("[0]"), "id")
BY_ID = ("data", "items", Item('[id="a.b"]'), "q")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("id", PATH),
        ("items", PATH),
        ("data.items", PATH),
        ("items[*].id", PATH),
        ("items.*.id", PATH),
        ("items[0].id", PATH),
        (" data . items ", PATH),
        ("$.data", PATH),
        ("*", PATH),
        ('items[id="a.b"].q', BY_ID),
        ('["a.b"].c', ("x", "a.b", "c")),
        ("$[*].id", (Item("[3]"), "id")),
    ],
)
def test_what_a_pattern_meets(text: str, path: tuple[str, ...]):
    pattern = Pattern.parse(text)
    assert pattern is not None
    assert pattern.meets(path)


@pytest.mark.parametrize("text", ["i", "ID", "data.id", "items[1].id", "$.items", "header:id", "data.items[*].id.x"])
def test_what_it_does_not_meet(text: str):
    pattern = Pattern.parse(text)
    assert pattern is not None
    assert not pattern.meets(PATH)


@pytest.mark.parametrize("text", ["", " ", ".", "$", "header:", "header: "])
def test_what_names_nothing(text: str):
    assert Pattern.parse(text) is None


def test_texts_of_paths():
    assert path_text(()) == ""
    assert path_text(PATH) == "data.items[0].id"
    assert path_text(("a.b", "c d", "é")) == '["a.b"]["c d"].é'
    assert pattern_text(PATH) == "$.data.items[*].id"
    assert pattern_text(()) == ""


def test_what_is_ignored():
    ignoring = Ignoring.of(["data.object", "", "header:Date"], noise=True)
    assert ignoring.value(("data", "object", "x"), "1", "2") == (False, True)
    assert ignoring.value(("data", "object", "x"), None, "2") == (False, True)
    assert ignoring.value(("created",), "1764000000", "1764009000") == (True, True)
    assert ignoring.value(("created",), None, "1764009000") == (False, False)
    assert ignoring.value(("amount",), "1", "2") == (False, False)
    assert ignoring.header("date", None, "x") == (False, True)
    assert ignoring.header("X-Request-Id", "a", "b") == (True, True)
    assert ignoring.line("at 2026-11-24T12:05:49Z", "at 2026-11-25T12:05:49Z") == (True, True)
    assert ignoring.line(None, "x") == (False, False)


def test_without_it_noise_is_only_told():
    assert NOTHING_IGNORED.value(("created",), "1764000000", "1764009000") == (True, False)
    assert NOTHING_IGNORED.header("Date", "a", "b") == (True, False)
    assert NOTHING_IGNORED.line("evt_1Nx3fgh2", "evt_1Nx3fgh3") == (True, False)


STEPS = st.text(max_size=8) | st.integers(0, 9).map(lambda place: Item(f"[{place}]"))


@given(st.lists(STEPS, min_size=1, max_size=4).map(tuple))
def test_the_pattern_of_a_place_meets_it(path: tuple[str, ...]):
    pattern = Pattern.parse(pattern_text(path))
    assert pattern is not None
    assert pattern.meets(path)


@given(st.text(max_size=40), st.lists(STEPS, max_size=4).map(tuple))
def test_junk_never_raises(text: str, path: tuple[str, ...]):
    Ignoring.of([text]).value(path, text, "1")
