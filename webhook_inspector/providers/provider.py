"""What we know of one provider: a row that says where its requests tell what."""

from dataclasses import dataclass

from webhook_inspector.providers.shallow import Path
from webhook_inspector.providers.source import Either, Source
from webhook_inspector.providers.told import Told

_MOST_ATTEMPTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Count:
    """A number of tries. `add` is 1 where the provider counts the tries after the first."""

    source: Source
    add: int = 0

    def read(self, told: Told) -> int:
        """0 where there is no number."""
        text = self.source.read(told)
        if not (text.isascii() and text.isdecimal()) or len(text) > 7:
            return 0
        return min(int(text) + self.add, _MOST_ATTEMPTS)


@dataclass(frozen=True, slots=True)
class Flag:
    """Whether it is of the real account: by words in lower case that a source says."""

    source: Source
    live: tuple[str, ...] = ("true",)
    test: tuple[str, ...] = ("false",)
    within: bool = False
    """The words stand anywhere in what it says."""

    def read(self, told: Told) -> bool | None:
        """None where it says neither; test where it says both."""
        text = self.source.read(told).lower()
        if not text:
            return None
        if self._says(text, self.test):
            return False
        return True if self._says(text, self.live) else None

    def _says(self, text: str, words: tuple[str, ...]) -> bool:
        return any(word in text for word in words) if self.within else text in words


def is_test(*sources: Source) -> Flag:
    """Where the provider says that it is a test: `true` is not live."""
    return Flag(Either(sources), live=("false", "0"), test=("true", "1"))


@dataclass(frozen=True, slots=True)
class Provider:
    key: str
    """As detection names it."""
    title: str
    """For people: `Mercado Pago`."""
    read_in: str
    """Where the format was read."""
    event: Source | None = None
    event_id: Source | None = None
    """What a repetition has in common with the first try, and no other event has."""
    attempt: Count | None = None
    live: Flag | None = None
    sent: Source | None = None
    """Unix seconds or finer, or RFC 3339 with a zone."""
    wrapped: str = ""
    """The form field, or part of a multipart body, in which the JSON comes where the body itself is none."""
    official: bool = True
    """Whether the format was read in the provider's own documentation or code; False: reported."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """All JSON values that the row may look at."""
        counted = self.attempt.source if self.attempt else None
        flagged = self.live.source if self.live else None
        sources = (self.event, self.event_id, counted, flagged, self.sent)
        return tuple(path for source in sources if source is not None for path in source.paths)
