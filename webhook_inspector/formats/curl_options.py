"""The options of curl that say what is sent, and those that only say how; every other one is refused by its name."""

from collections.abc import Sequence

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import visible

Given = tuple[str, str]
"""The long name of an option without its dashes, and its value; `url` for a word that is no option."""

_SHORTS_WITH_VALUE = """X request H header d data F form u user A user-agent b cookie e referer r range o output w write-out
m max-time x proxy c cookie-jar D dump-header y speed-time Y speed-limit T upload-file K config"""
_SHORTS = """G get I head k insecure s silent S show-error L location v verbose i include f fail g globoff N no-buffer
# progress-bar j junk-session-cookies 0 http1.0 1 tlsv1 4 ipv4 6 ipv6 q disable O remote-name J remote-header-name Z parallel"""
_MEANT = """request header data data-ascii data-raw data-binary data-urlencode form form-string user user-agent cookie referer
json url url-query range request-target oauth2-bearer upload-file config"""
_IGNORED = """output write-out max-time proxy cookie-jar dump-header speed-time speed-limit connect-timeout retry retry-delay
retry-max-time resolve connect-to max-redirs interface limit-rate tls-max ciphers keepalive-time cacert capath noproxy stderr
trace trace-ascii max-filesize dns-servers unix-socket local-port tls13-ciphers expect100-timeout"""
_PLAIN = """compressed http1.1 http2 http2-prior-knowledge http3 http0.9 path-as-is tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 ssl sslv2
sslv3 fail-with-body fail-early location-trusted post301 post302 post303 raw basic anyauth progress-meter keepalive ssl-reqd
tcp-nodelay tcp-fastopen tr-encoding create-dirs retry-connrefused retry-all-errors styled-output remove-on-error sessionid alpn
npn disable-epsv ca-native buffer"""


def _by_letter(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_SHORT_WITH_VALUE, _SHORT = _by_letter(_SHORTS_WITH_VALUE), _by_letter(_SHORTS)
_WITH_VALUE = frozenset(_MEANT.split())
_IGNORED_WITH_VALUE = frozenset(_IGNORED.split())
_FLAGS = frozenset(_PLAIN.split()) | frozenset(_SHORT.values())


def given(words: Sequence[str]) -> list[Given]:
    """What the words after `curl` say, in their order, without what does not change the request. Raises KnownError."""
    found: list[Given] = []
    rest = list(reversed(words))
    only_urls = False
    while rest:
        word = rest.pop()
        if only_urls or not word.startswith("-") or word == "-":
            found.append(("url", word))
        elif word == "--":
            only_urls = True
        elif word.startswith("--"):
            found.append(_long(word, rest))
        else:
            found += _short(word, rest)
    return [one for one in found if one[0] in _WITH_VALUE or one[0] in {"get", "head"}]


def _long(word: str, rest: list[str]) -> Given:
    name = word[2:]
    if name in _WITH_VALUE or name in _IGNORED_WITH_VALUE:
        return name, _value(word, rest)
    if name in _FLAGS or name.removeprefix("no-") in _FLAGS:
        return name, ""
    raise _unknown(word)


def _short(word: str, rest: list[str]) -> list[Given]:
    """Several letters in one word, of which the last may have its value there, too: `-sSLXPOST`."""
    found: list[Given] = []
    for place, letter in enumerate(word[1:], 2):
        if letter in _SHORT_WITH_VALUE:
            value = word[place:] or _value(f"-{letter}", rest)
            return [*found, (_SHORT_WITH_VALUE[letter], value)]
        if letter not in _SHORT:
            raise _unknown(f"-{letter}")
        found.append((_SHORT[letter], ""))
    return found


def _value(option: str, rest: list[str]) -> str:
    if not rest:
        raise KnownError(Problem.of("curl-lacks-value", option=option))
    return rest.pop()


def _unknown(option: str) -> KnownError:
    name = option.partition("=")[0].encode("utf-8", "replace").decode()[:60]
    return KnownError(Problem.of("curl-unknown-option", option=visible(name)))
