from webhook_inspector.bodies.json_view import json_lines


def test_lays_out_anew_and_makes_visible() -> None:
    assert json_lines('{"a":"x\u202ey",\r\n"b":1.10}\r\n') == ["{", '  "a": "x\\u202ey",', '  "b": 1.10', "}"]


def test_a_long_flat_list_is_laid_out() -> None:
    lines = json_lines("[" + ",".join(["1"] * 5_000) + "]")
    assert lines is not None
    assert len(lines) == 5_002


def test_hostile_nesting_is_not() -> None:
    assert json_lines("[" * 200_000 + "]" * 200_000) is None


def test_deep_but_small_is() -> None:
    lines = json_lines("[" * 30 + "]" * 30)
    assert lines is not None
    assert len(lines) == 59
