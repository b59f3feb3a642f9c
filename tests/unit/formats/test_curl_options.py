import pytest
from hypothesis import given as over
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.formats.curl_options import given


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["http://a"], [("url", "http://a")]),
        (["-X", "PUT", "-XPATCH", "--request", "GET"], [("request", "PUT"), ("request", "PATCH"), ("request", "GET")]),
        (["-sSLk", "-sSXPOST", "-vIG"], [("request", "POST"), ("head", ""), ("get", "")]),
        (["-HA: b", "-d", "-d", "x"], [("header", "A: b"), ("data", "-d"), ("url", "x")]),
        (["--compressed", "--no-keepalive", "--no-buffer", "-o", "file", "--max-time", "3"], []),
        (["--", "-d"], [("url", "-d")]),
        (["-"], [("url", "-")]),
        ([], []),
    ],
)
def test_what_changes_the_request_is_kept_in_order(words, expected) -> None:
    assert given(words) == expected


@pytest.mark.parametrize(
    ("words", "code", "shown"),
    [
        (["--nothing"], "curl-unknown-option", "--nothing"),
        (["-sQ"], "curl-unknown-option", "-Q"),
        (["--next", "x"], "curl-unknown-option", "--next"),
        (["--user=name:secret"], "curl-unknown-option", "--user "),
        (["-d"], "curl-lacks-value", "-d"),
        (["--header"], "curl-lacks-value", "--header"),
    ],
)
def test_what_is_not_understood_is_named(words, code, shown) -> None:
    with pytest.raises(KnownError) as caught:
        given(words)
    assert caught.value.problem.code == code
    assert shown in sentence(caught.value.problem)
    assert "secret" not in sentence(caught.value.problem)


@over(st.lists(st.text(max_size=6) | st.sampled_from(["-d", "-X", "--json", "--", "-sk"]), max_size=6))
def test_any_words_are_options_or_a_known_error(words) -> None:
    try:
        found = given(words)
    except KnownError as error:
        assert sentence(error.problem)  # noqa: PT017 (junk may also be options)
        return
    assert len(found) <= len(words)
