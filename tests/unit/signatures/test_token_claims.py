import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.signatures.token_claims import bound_steps, presence_steps, time_steps


def holds(steps) -> list[bool]:
    return [step.holds for step in steps]


@pytest.mark.parametrize(
    ("claims", "bound", "expected"),
    [
        ({"iss": "a"}, {"iss": ("a", "b")}, [True]),
        ({"iss": "b"}, {"iss": ("a", "b")}, [True]),
        ({"iss": "c"}, {"iss": ("a", "b")}, [False]),
        ({}, {"iss": ("a",)}, [False]),
        ({"aud": ["x", "y"]}, {"aud": ("y",)}, [True]),
        ({"aud": []}, {"aud": ("y",)}, [False]),
        ({"iss": ["y"]}, {"iss": ("y",)}, [False]),
        ({"v": True}, {"v": (True,)}, [True]),
        ({"v": 1}, {"v": (True,)}, [False]),
        ({"v": "true"}, {"v": (True,)}, [False]),
        ({}, {"h": ()}, [True]),
        ({"h": "x"}, {"h": ()}, [False]),
    ],
)
def test_bound_claims(claims, bound, expected) -> None:
    assert holds(bound_steps(claims, bound)) == expected


def test_an_optional_claim_may_be_absent_but_not_wrong() -> None:
    assert bound_steps({}, {"h": ("x",)}, ["h"]) == ()
    assert holds(bound_steps({"h": "y"}, {"h": ("x",)}, ["h"])) == [False]


def test_required_claims_and_times() -> None:
    assert presence_steps({"exp": 1, "iat": 1.5}, ["exp", "iat"]) == ()
    assert holds(presence_steps({}, ["exp"])) == [False]
    for wrong in ("1", True, None, [1], 10**400, float("inf"), float("nan")):
        assert holds(presence_steps({"exp": wrong}, [])) == [False], wrong


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"exp": 1000}, [False]),
        ({"exp": 1001}, [True]),
        ({"nbf": 1000}, [True]),
        ({"nbf": 1001}, [False]),
        ({"iat": 1001}, [False]),
        ({"exp": 1001, "nbf": 999, "iat": 999}, [True, True, True]),
        ({}, []),
    ],
)
def test_times(claims, expected) -> None:
    assert holds(time_steps(claims, 1000, 0, None)) == expected


def test_leeway_and_age() -> None:
    assert holds(time_steps({"exp": 991, "nbf": 1010}, 1000, 10, None)) == [True, True]
    steps = time_steps({"exp": 990, "nbf": 1011, "iat": 900}, 1000, 10, 50)
    assert [(step.expected, step.found) for step in steps] == [("", "10"), ("", "-11"), ("", "100"), ("50", "100")]
    assert holds(time_steps({"exp": 990, "nbf": 1011}, 1000, 10, None)) == [False, False]
    assert holds(time_steps({"iat": 700}, 1000, 0, 300)) == [True, True]
    assert holds(time_steps({"iat": 699}, 1000, 0, 300)) == [True, False]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=4), st.lists, max_leaves=4
)


@given(st.dictionaries(st.sampled_from(["exp", "nbf", "iat", "iss", "aud"]), JSON))
def test_any_claims_give_steps(claims) -> None:
    presence_steps(claims, ["exp"])
    time_steps(claims, 1000, 10, 300)
    bound_steps(claims, {"iss": ("a",), "aud": ()})


def test_what_a_claim_holds_is_shown_as_far_as_it_is_text() -> None:
    for found, shown in ((["a", 1], "a, …"), ({"a": 1}, "…"), ("a\n", "a\\n"), (5, "5"), (None, "")):
        (step,) = bound_steps({"aud": found}, {"aud": ("x",)})
        assert step.found == shown
