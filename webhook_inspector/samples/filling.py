"""The gaps of a sample filled in: fresh ids, times, and names that stand for the same value wherever they occur.

A gap is `{name}` or `{name argument}`. A text that is nothing but a gap becomes whatever the gap holds, an object or a number too.
"""

import re
import string
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from uuid import UUID

Value = object
"""What JSON can hold."""

_GAP = re.compile(r"\{([a-z][a-z0-9_-]*)(?: ([^{}]+))?\}")
_SHIFT = re.compile(r"([+-][0-9]+)([smhd])")
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_BRASILIA = timezone(timedelta(hours=-3))
_DISCORD_EPOCH_MS = 1_420_070_400_000
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALPHABETS: Mapping[str, str] = {
    "alnum": string.ascii_letters + string.digits,
    "lower": string.ascii_lowercase + string.digits,
    "upper": string.ascii_uppercase + string.digits,
    "hex": "0123456789abcdef",
    "capital-hex": "0123456789ABCDEF",
    "base64url": string.ascii_letters + string.digits + "-_",
}


class Filling:
    """One making of a sample. A name is filled when it is first asked for, and keeps its value."""

    def __init__(self, names: Mapping[str, Value], now: float, randomness: Random) -> None:
        self._names = names
        self._now = now
        self._randomness = randomness
        self._filled: dict[str, Value] = {}

    def fill(self, value: Value) -> Value:
        match value:
            case dict():
                return {name: self.fill(inner) for name, inner in value.items()}
            case list():
                return [self.fill(inner) for inner in value]
            case str():
                return self._text(value)
            case _:
                return value

    def text(self, value: str) -> str:
        """The same where a text is needed, as in a header."""
        return str(self.fill(value))

    def _text(self, text: str) -> Value:
        whole = _GAP.fullmatch(text)
        if whole is not None:
            return self._gap(whole[1], whole[2] or "")
        return _GAP.sub(lambda gap: str(self._gap(gap[1], gap[2] or "")), text)

    def _gap(self, name: str, argument: str) -> Value:
        """Raises KeyError where a gap has no meaning: the sample is wrong."""
        if name in self._names:
            if name not in self._filled:
                self._filled[name] = self.fill(self._names[name])
            return self._filled[name]
        if name == "number":
            inner, _, rest = argument.partition(" ")
            return _number(str(self._gap(inner, rest)))
        if name in _ALPHABETS:
            return "".join(self._randomness.choices(_ALPHABETS[name], k=int(argument)))
        if name in _MAKERS:
            return _MAKERS[name](self._randomness, argument)
        seconds = self._now + _shift(argument)
        return _MOMENTS[name](self._randomness, seconds) if name in _MOMENTS else written(_FORMATS[name], seconds)


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _shift(text: str) -> int:
    """Seconds of `-30d`."""
    found = _SHIFT.fullmatch(text)
    return int(found[1]) * _UNITS[found[2]] if found else 0


def written(form: str, seconds: float) -> str:
    """A time by a form as for `strftime`, where `%L` is milliseconds; `BRT ` in front of it means the time of Brasília."""
    zone = _BRASILIA if form.startswith("BRT ") else UTC
    moment = datetime.fromtimestamp(seconds, UTC).astimezone(zone)
    return moment.strftime(form.removeprefix("BRT ").replace("%L", f"{moment.microsecond // 1_000:03}"))


def _digits(randomness: Random, argument: str) -> str:
    """Never with a zero in front: it may become a number."""
    size = int(argument)
    return str(randomness.randrange(10 ** (size - 1), 10**size))


def _uuid(randomness: Random, _argument: str) -> str:
    return str(UUID(int=randomness.getrandbits(128), version=4))


def _checked(digits: list[int], most: int) -> list[int]:
    """With one check digit behind them, as CPF and CNPJ have it: weights count from 2 up to `most`, over and over, from the end."""
    weights = (2 + place % (most - 1) for place in range(len(digits)))
    rest = sum(digit * weight for digit, weight in zip(reversed(digits), weights, strict=True)) % 11
    return [*digits, 0 if rest < 2 else 11 - rest]


def _cpf(randomness: Random, _argument: str) -> str:
    digits = [randomness.randrange(10) for _ in range(9)]
    return "".join(map(str, _checked(_checked(digits, 11), 11)))


def _cnpj(randomness: Random, _argument: str) -> str:
    digits = [*(randomness.randrange(10) for _ in range(8)), 0, 0, 0, 1]
    return "".join(map(str, _checked(_checked(digits, 9), 9)))


def _ulid(randomness: Random, seconds: float) -> str:
    number = int(seconds * 1_000) << 80 | randomness.getrandbits(80)
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def _snowflake(randomness: Random, seconds: float) -> str:
    return str((int(seconds * 1_000) - _DISCORD_EPOCH_MS) << 22 | randomness.getrandbits(22))


_MAKERS: Mapping[str, Callable[[Random, str], str]] = {
    "digits": _digits,
    "uuid": _uuid,
    "capital-uuid": lambda randomness, argument: _uuid(randomness, argument).upper(),
    "cpf": _cpf,
    "cnpj": _cnpj,
}

_MOMENTS: Mapping[str, Callable[[Random, float], str]] = {
    "unix": lambda _, seconds: str(int(seconds)),
    "ms": lambda _, seconds: str(int(seconds * 1_000)),
    "unix-us": lambda _, seconds: f"{seconds:.6f}",
    "ulid": _ulid,
    "small-ulid": lambda randomness, seconds: _ulid(randomness, seconds).lower(),
    "snowflake": _snowflake,
}
"""Made of the time, and some of chance too. Slack's `ts` and Mailgun's times are `unix-us`."""

_FORMATS: Mapping[str, str] = {
    "iso": "%Y-%m-%dT%H:%M:%SZ",
    "iso-ms": "%Y-%m-%dT%H:%M:%S.%LZ",
    "iso-us": "%Y-%m-%dT%H:%M:%S.%fZ",
    "iso-ns": "%Y-%m-%dT%H:%M:%S.%f000Z",
    "iso-offset": "%Y-%m-%dT%H:%M:%S+00:00",
    "iso-bare": "%Y-%m-%dT%H:%M:%S",
    "day": "%Y-%m-%d",
    "minutes": "%Y%m%d%H%M",
    "utc": "%Y-%m-%d %H:%M:%S UTC",
    "brasilia": "BRT %Y-%m-%dT%H:%M:%S.%L-03:00",
    "brasilia-s": "BRT %Y-%m-%dT%H:%M:%S-03:00",
    "brasilia-sql": "BRT %Y-%m-%d %H:%M:%S",
    "brasilia-day": "BRT %Y-%m-%d",
}
