from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.saved_filters import SavedFilter
from webhook_inspector.search.parse import parse
from webhook_inspector.store.counts import Counts, Tally
from webhook_inspector.ui.sidebar_line import Kind, Line
from webhook_inspector.ui.sidebar_lines import MOST, Shelf, lines_of


def texts(lines, *kinds):
    return [line.text for line in lines if line.kind in kinds]


def named(lines, text) -> Line:
    return next(line for line in lines if line.text == text)


def test_nothing_is_counted_at_first():
    lines = lines_of(Shelf(configured=("/stripe", "/")))
    assert texts(lines, Kind.TITLE) == ["Endpoints", "Saved filters"]
    assert texts(lines, Kind.FILTER) == ["All", "/stripe"]
    assert {line.count for line in lines} == {None}
    assert texts(lines, Kind.REMARK) == ["none yet"]


def test_endpoints_count_what_lies_under_them():
    paths = {
        "/stripe": Tally(2, 5, "valid"),
        "/stripe/live": Tally(3, 9, "invalid"),
        "/stripes": Tally(1),
        "/github": Tally(4, 7, "no secret"),
        "/github/a/b": Tally(1),
        "": Tally(8),
    }
    lines = lines_of(Shelf(Counts(20, 19, paths), ("/Stripe", "/never")))
    assert texts(lines, Kind.FILTER) == ["All", "/Stripe", "/never", "/github", "/github/a/b", "/stripes"]
    counted = [(line.glyph, line.tone, line.count) for line in lines if line.kind is Kind.FILTER]
    assert counted == [
        ("", "muted", 19),
        ("✗", "fail", 5),
        ("·", "muted", 0),
        ("–", "none", 5),
        ("·", "muted", 1),
        ("·", "muted", 1),
    ]
    assert named(lines, "/Stripe").filter == "endpoint:/Stripe"
    assert named(lines, "/Stripe").hint == "The newest: Signature does not match"
    assert named(lines, "All").filter == ""


def test_the_providers_with_the_most_captures_come_first():
    lines = lines_of(Shelf(Counts(9, 9, {}, {"github": 2, "stripe": 7, "who knows": 2})))
    assert texts(lines, Kind.TITLE) == ["Endpoints", "Providers", "Saved filters"]
    found = [(line.text, line.filter, line.count) for line in lines if line.filter]
    assert found == [
        ("Stripe", "provider:stripe", 7),
        ("GitHub", "provider:github", 2),
        ("who knows", 'provider:"who knows"', 2),
    ]


def test_of_very_many_those_with_the_most_captures_are_shown():
    paths = {f"/{place:03}": Tally(place + 1) for place in range(MOST + 20)}
    lines = lines_of(Shelf(Counts(1, 1, paths)))
    assert texts(lines, Kind.FILTER) == ["All", *(f"/{place:03}" for place in range(20, MOST + 20))]
    assert texts(lines, Kind.REMARK) == ["20 more paths", "none yet"]


def test_saved_filters_with_colour_key_and_fault():
    saved = (SavedFilter("Failed", "sig:invalid", "red", 1), SavedFilter("Bad", "size:x"), SavedFilter("New", "a"))
    failed, bad, new = lines_of(Shelf(saved=saved, found={"sig:invalid": 3, "size:x": 1}))[-3:]
    assert failed == Line(Kind.SAVED, "Failed", "sig:invalid", "★", "red", 3, "sig:invalid · red · Alt+1")
    assert (bad.glyph, bad.tone, bad.count) == ("!", "warn", None)
    assert bad.hint.startswith("size:x\nsize: needs")
    assert (new.glyph, new.tone, new.count) == ("★", "muted", None)


@given(st.dictionaries(st.text(max_size=9), st.builds(Tally, st.integers(1, 9)), max_size=6), st.text(max_size=9))
def test_any_path_and_provider_can_be_picked(paths, provider):
    shelf = Shelf(Counts(1, 1, {path.rstrip("/"): tally for path, tally in paths.items()}, {provider: 1}))
    for line in lines_of(shelf):
        query = parse(line.filter).query
        assert line.filter == "" or provider == "" or (query is not None and len(query.parts) == 1), line
