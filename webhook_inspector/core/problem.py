"""What went wrong, as a value: a code with its particulars. `sentences.py` turns it into words, in any language."""

import json
from dataclasses import dataclass

Particular = str | int


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of the world outside (a sender, a disk, a file), never a bug of ours.

    `code` is a key of `sentences.SENTENCES`; `particulars` fill the gaps of that sentence.
    """

    code: str
    particulars: tuple[tuple[str, Particular], ...] = ()

    @classmethod
    def of(cls, code: str, /, **particulars: Particular) -> "Problem":
        return cls(code, tuple(sorted(particulars.items())))

    def to_json(self) -> str:
        return json.dumps({"code": self.code, **dict(self.particulars)}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Problem":
        """The inverse of `to_json`. Junk becomes the problem `unreadable`: a history must open whatever it holds."""
        try:
            found = json.loads(text)
            code = found.pop("code")
            particulars = {str(key): value for key, value in found.items() if isinstance(value, str | int)}
        except (ValueError, KeyError, AttributeError, TypeError):
            return cls.of("unreadable", text=text)
        return cls.of(str(code), **particulars)


class KnownError(Exception):
    """The one exception for faults that the user can understand and mend; everything else is a bug."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def reason_of(error: BaseException) -> str:
    """The error in few words, for the gap of a sentence: the system's own where there are any. Never empty."""
    return str((isinstance(error, OSError) and error.strerror) or error) or type(error).__name__
