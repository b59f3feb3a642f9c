import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.endpoint import Endpoint, holds, nearest, normal_path


@pytest.mark.parametrize(
    ("written", "path"),
    [("stripe", "/stripe"), ("/stripe/", "/stripe"), ("", "/"), ("//", "/"), ("/a/b?x=1", "/a/b"), (" /a#b ", "/a")],
)
def test_a_path_has_a_slash_in_front_and_none_at_the_end(written, path) -> None:
    assert normal_path(written) == path


@given(st.text())
def test_a_normal_path_stays_as_it_is(written) -> None:
    assert normal_path(normal_path(written)) == normal_path(written)


@pytest.mark.parametrize(
    ("endpoint", "path", "held"),
    [
        ("/stripe", "/stripe", True),
        ("/stripe", "/stripe/test", True),
        ("/stripe", "/stripes", False),
        ("/stripe", "/", False),
        ("/", "/anything", True),
        ("/", "*", True),
    ],
)
def test_an_endpoint_holds_what_lies_under_it(endpoint, path, held) -> None:
    assert holds(endpoint, path) is held


def test_the_nearest_one_counts() -> None:
    paths = ["/", "/stripe", "/stripe/test", "/github"]
    assert nearest(paths, "/stripe/test/1") == "/stripe/test"
    assert nearest(paths, "/stripe/live") == "/stripe"
    assert nearest(paths, "/x") == "/"
    assert nearest(["/github"], "/x") == ""


def test_two_endpoints_share_no_settings() -> None:
    assert Endpoint("/a").settings == {} == Endpoint("/b").settings
    with pytest.raises(TypeError):
        Endpoint("/a").settings["x"] = 1  # type: ignore[index]
