r"""A command taken apart into words as a shell would, and nothing of it carried out.

Three ways to write one are known by how their lines go on: POSIX sh (`\`), cmd.exe (`^`), PowerShell (a backtick). A variable
`$NAME` becomes `{{NAME}}`, to be filled in later; what a shell would have to run is refused. What follows `|`, `;` or `>` is left out.
Words are text in which bytes beyond UTF-8 are surrogates, as `os.fsdecode` makes them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from webhook_inspector.core.problem import KnownError, Problem

_ANSI = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "v": "\v"}
_ANSI_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|(.))", re.DOTALL
)
_PRINTF = re.compile(rb"\\([0-7]{3})|\\([nrt\\])|%%")
_PRINTF_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\\": b"\\"}
_VARIABLE = r"\$(?:\{(?P<braced>[A-Za-z_]\w*)\}|(?P<bare>[A-Za-z_]\w*))"
_RUN = r"(?P<run>\$\(|`|\$\{)"
_BLANK = r"(?P<blank>[ \t\r\n]+)"
# An & within a word is taken for a part of an address that somebody forgot to quote.
_END = r"(?P<end>[0-9]*[<>]|\||;|&&|&(?=\s|\Z)|(?<=\s)&)"


@dataclass(frozen=True, slots=True)
class _Shell:
    piece: re.Pattern[str]
    """The next piece of a word; what its named groups mean is in `_MEANINGS`."""
    inside: re.Pattern[str]
    """An escape or a variable within double quotes."""


_POSIX = _Shell(
    re.compile(
        r"(?P<nothing>\\\r?\n|(?<![^\s])#[^\n]*)|" + _BLANK + "|" + _END + r"|'(?P<exact>[^']*)'"
        r"|\$'(?P<ansi>(?:[^'\\]++|\\.)*+)'|\"\$\(printf '(?P<printf>[^']*)'\)\"|\"(?P<quoted>(?:[^\"\\]++|\\.)*+)\""
        r"|\\(?P<escaped>.)|" + _VARIABLE + "|" + _RUN + r"|(?P<open>['\"])|(?P<plain>[^\s'\"\\$`|;&<>]+|.)",
        re.DOTALL,
    ),
    re.compile(r"\\(?P<escaped>[$`\"\\])|(?P<nothing>\\\r?\n)|" + _VARIABLE + "|" + _RUN, re.DOTALL),
)
_POWERSHELL = _Shell(
    re.compile(
        r"(?P<nothing>`\r?\n)|" + _BLANK + "|" + _END + r"|'(?P<doubled>(?:[^']++|'')*+)'"
        r"|\"(?P<quoted>(?:[^\"`]++|`.|\"\")*+)\"|`(?P<escaped>.)|" + _VARIABLE + r"|(?P<run>\$\()"
        r"|(?P<open>['\"])|(?P<plain>[^\s'\"$`|;&<>]+|.)",
        re.DOTALL,
    ),
    re.compile(
        r"`(?P<letter>[nrt0])|`(?P<escaped>.)|(?:\"|\\)(?P<mark>\")|" + _VARIABLE + r"|(?P<run>\$\()", re.DOTALL
    ),
)
_CARET, _BACKTICK = re.compile(r"\^(?:\"|[ \t]*\r?\n)"), re.compile(r"`[ \t]*\r?\n")
_CMD_LINE = re.compile(r"\^\r?\n(\r?\n)?")
_CMD_PIECE = re.compile(
    r"(?P<blank>[ \t\r\n]+)|(?P<end>[0-9]*[<>]|\||&&|&(?=\s|\Z))|\"(?P<argv>(?:[^\"\\]++|\\.|\"\")*+)\""
    r"|(?P<open>\")|\\(?P<escaped>\")|(?P<plain>[^\s\"\\|&<>]+|.)",
    re.DOTALL,
)
_CMD = _Shell(_CMD_PIECE, re.compile(r"[\"\\](?P<mark>\")|\\(?P<escaped>\\)(?=\\*\")"))


def words(text: str) -> list[str]:
    """Raises KnownError where a quotation mark is left open, or a shell would have to run something."""
    clean = text.encode("utf-8", "replace").decode()
    shell = _shell_of(clean)
    if shell is _CMD:
        clean = _without_carets(clean)
    return list(_words(shell, clean))


def _shell_of(text: str) -> _Shell:
    """By what joins the first two lines, or escapes the first quotation mark; what stands in quotation marks says nothing."""
    for piece in _POSIX.piece.finditer(text):
        if piece.lastgroup == "plain" and _CARET.match(text, piece.end() - 1):
            return _CMD
        if piece.lastgroup == "run" and _BACKTICK.match(text, piece.start()):
            return _POWERSHELL
        if piece.lastgroup in {"nothing", "open"}:
            return _POSIX
    return _POSIX


def _without_carets(text: str) -> str:
    """A caret at the end of a line joins it to the next; where quotation marks are escaped, so is everything."""
    joined = _CMD_LINE.sub(lambda end: "\n" if end[1] else " ", re.sub(r"\^[ \t]+(?=\r?\n)", "^", text))
    return re.sub(r"\^(.)", r"\1", joined, flags=re.DOTALL) if '^"' in joined else joined


def _words(shell: _Shell, text: str) -> Iterator[str]:
    word: list[str] | None = None
    for piece in shell.piece.finditer(text):
        kind = piece.lastgroup or ""
        if kind in {"blank", "end"}:
            if word is not None:
                yield "".join(word)
            word = None
            if kind == "end":
                return
        elif kind != "nothing":
            word = word or []
            word.append(_meaning(shell, kind, piece[kind]))
    if word is not None:
        yield "".join(word)


def _meaning(shell: _Shell, kind: str, text: str) -> str:
    if kind in {"quoted", "argv"}:
        return shell.inside.sub(lambda found: _meaning(shell, found.lastgroup or "", found[found.lastgroup or 0]), text)
    return _MEANINGS[kind](text)


def _ansi(text: str) -> str:
    return _ANSI_ESCAPE.sub(_ansi_escape, text).encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")


def _ansi_escape(found: re.Match[str]) -> str:
    hexadecimal, short, long, octal, letter = found.groups()
    if hexadecimal or octal:
        return bytes([int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 255]).decode("utf-8", "surrogateescape")
    if short or long:
        number = int(short or long, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return _ANSI.get(letter, letter)


def printed(text: str) -> bytes:
    """What `printf` writes by a format such as `curl.py` makes: text, octal numbers, a few letters, two percent signs for one."""
    return _PRINTF.sub(_printed, text.encode("utf-8", "surrogateescape"))


def _printed(found: re.Match[bytes]) -> bytes:
    octal, letter = found.groups()
    if octal:
        return bytes([int(octal, 8) & 255])
    return _PRINTF_LETTERS[letter] if letter else b"%"


def _variable(name: str) -> str:
    return "{{" + name + "}}"


def _refused(found: str) -> str:
    raise KnownError(Problem.of("curl-shell", found=found + ("…)" if found == "$(" else "…")))


def _unclosed(_mark: str) -> str:
    raise KnownError(Problem.of("curl-quote"))


_MEANINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "exact": str,
    "escaped": str,
    "mark": str,
    "nothing": lambda _text: "",
    "doubled": lambda text: text.replace("''", "'"),
    "ansi": _ansi,
    "printf": lambda text: printed(text).decode("utf-8", "surrogateescape"),
    "letter": lambda text: {"n": "\n", "r": "\r", "t": "\t", "0": "\x00"}[text],
    "braced": _variable,
    "bare": _variable,
    "run": _refused,
    "open": _unclosed,
}
