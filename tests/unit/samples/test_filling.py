import re
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.samples.filling import _ALPHABETS, _FORMATS, _MAKERS, _MOMENTS, Filling, _checked, written

NOW = 1_764_000_000.25
SHAPES = {
    "alnum 14": "[A-Za-z0-9]{14}",
    "lower 5": "[a-z0-9]{5}",
    "upper 17": "[A-Z0-9]{17}",
    "hex 32": "[0-9a-f]{32}",
    "capital-hex 64": "[0-9A-F]{64}",
    "base64url 22": "[A-Za-z0-9_-]{22}",
    "digits 12": "[1-9][0-9]{11}",
    "uuid": "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    "capital-uuid": "[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}",
    "cpf": "[0-9]{11}",
    "cnpj": "[0-9]{8}0001[0-9]{2}",
    "ulid": "01[0-9A-HJKMNP-TV-Z]{24}",
    "small-ulid": "01[0-9a-hjkmnp-tv-z]{24}",
    "snowflake": "[0-9]{19}",
}
TIMES = {
    "unix": "1764000000",
    "unix -1h": "1763996400",
    "unix +30d": "1766592000",
    "ms": "1764000000250",
    "unix-us": "1764000000.250000",
    "iso": "2025-11-24T16:00:00Z",
    "iso-ms": "2025-11-24T16:00:00.250Z",
    "iso-us": "2025-11-24T16:00:00.250000Z",
    "iso-ns": "2025-11-24T16:00:00.250000000Z",
    "iso-offset": "2025-11-24T16:00:00+00:00",
    "iso-bare": "2025-11-24T16:00:00",
    "day": "2025-11-24",
    "minutes": "202511241600",
    "utc": "2025-11-24 16:00:00 UTC",
    "brasilia": "2025-11-24T13:00:00.250-03:00",
    "brasilia-s": "2025-11-24T13:00:00-03:00",
    "brasilia-sql": "2025-11-24 13:00:00",
    "brasilia-day": "2025-11-24",
}


def filling(names: dict[str, object] | None = None, seed: int = 1) -> Filling:
    return Filling(names or {}, NOW, Random(seed))


@pytest.mark.parametrize("gap", SHAPES)
def test_what_is_made_has_its_shape_and_is_another_each_time(gap):
    first = filling()
    made = [first.text(f"{{{gap}}}") for _ in range(20)]
    assert all(re.fullmatch(SHAPES[gap], one) for one in made)
    assert len(set(made)) == 20


@pytest.mark.parametrize("gap", TIMES)
def test_times_are_written_as_their_form_says(gap):
    assert filling().text(f"{{{gap}}}") == TIMES[gap]


def test_every_kind_of_gap_is_tested():
    tested = {gap.partition(" ")[0] for gap in (*SHAPES, *TIMES)}
    assert tested == {*_ALPHABETS, *_MAKERS, *_MOMENTS, *_FORMATS}


def test_a_name_keeps_its_value_wherever_it_stands():
    made = filling({"order": "or_{alnum 16}", "link": "https://example.com/{order}"}).fill(
        {"id": "{order}", "all": ["{link}", "{order}"]}
    )
    assert made["id"].startswith("or_")
    assert made["all"] == [f"https://example.com/{made['id']}", made["id"]]


def test_a_text_that_is_nothing_but_a_gap_becomes_what_the_gap_holds():
    names = {"customer": {"id": "{number digits 9}"}, "none": None, "yes": True}
    made = filling(names).fill(["{customer}", "{customer}", "{none}", "{yes}", "{number unix}", "{number unix-us}"])
    assert isinstance(made[0]["id"], int)
    assert made == [made[0], made[0], None, True, 1_764_000_000, 1_764_000_000.25]


def test_a_number_may_be_that_of_a_name():
    made = filling({"order": "{digits 6}"}).fill(["{number order}", "{order}"])
    assert str(made[0]) == made[1]


def test_the_same_chance_makes_the_same():
    assert filling(seed=7).text("{uuid} {alnum 9}") == filling(seed=7).text("{uuid} {alnum 9}")


def test_a_gap_without_meaning_is_a_fault_of_the_sample():
    with pytest.raises(KeyError):
        filling().text("{unknown}")


@pytest.mark.parametrize(
    ("digits", "most", "twice"),
    [("529982247", 11, "52998224725"), ("111444777", 11, "11144477735"), ("112223330001", 9, "11222333000181")],
)
def test_check_digits_are_those_of_cpf_and_cnpj(digits, most, twice):
    once = _checked([int(digit) for digit in digits], most)
    assert "".join(map(str, _checked(once, most))) == twice


def test_a_snowflake_holds_its_time():
    made = int(filling().text("{snowflake -200d}"))
    assert ((made >> 22) + 1_420_070_400_000) // 1_000 == 1_764_000_000 - 200 * 86_400


@given(st.text().filter(lambda text: "{" not in text))
def test_what_is_no_gap_stays_as_it_is(text):
    assert filling().fill(text) == text
    assert filling().fill({text: [text]}) == {text: [text]}


@given(st.integers(0, 4_000_000_000))
def test_written_times_are_read_back(seconds):
    assert datetime.fromisoformat(written(_FORMATS["iso"], seconds)) == datetime.fromtimestamp(seconds, UTC)
    assert datetime.fromisoformat(written(_FORMATS["brasilia"], seconds)) == datetime.fromtimestamp(seconds, UTC)
