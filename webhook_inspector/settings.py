"""Typed settings from `settings.toml`: one table of rows gives file, help text and documentation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from webhook_inspector.settings_file import edited, read_tables, wrong

Value = str | int | tuple[str, ...]

OTHERS = frozenset({"endpoints", "filters", "scenarios", "forwards", "sending", "environments"})
"""Sections of the file that other modules read: those of their names, and `known_hosts`."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: `name` is `section.key` of the file."""

    name: str
    default: Value
    help: str
    low: int = 0
    high: int = 2**53
    choices: tuple[str, ...] = ()


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "listener.host",
        "localhost",
        "Address to listen on. localhost means 127.0.0.1 and ::1; 0.0.0.0 means the whole network.",
    ),
    Setting("listener.port", 8787, "Port to listen on; 0 takes any free one.", 0, 65535),
    Setting(
        "listener.body_limit", 64 * 2**20, "Largest body that is kept whole, in bytes. Over it the sender gets 413.", 0
    ),
    Setting("listener.cut_body_kept", 2**20, "How much of a body over the limit is kept, in bytes.", 0),
    Setting("listener.header_limit", 64 * 2**10, "Largest header block, in bytes. Over it the sender gets 431.", 256),
    Setting("listener.header_count", 200, "Most header fields of one request. Over it the sender gets 431.", 1),
    Setting(
        "listener.request_line_limit", 32 * 2**10, "Longest request line, in bytes. Over it the sender gets 414.", 64
    ),
    Setting("listener.head_timeout", 15, "Seconds a sender may take for the whole head of a request.", 1),
    Setting(
        "listener.body_timeout",
        15,
        "Seconds a sender may take for a body, plus one second for every body_rate bytes received.",
        1,
    ),
    Setting("listener.body_rate", 500, "Slowest pace of a body, in bytes a second, once body_timeout has passed.", 1),
    Setting("listener.idle_timeout", 75, "Seconds a connection may stay open between two requests.", 1),
    Setting("listener.write_timeout", 15, "Seconds a sender may take to read our reply.", 1),
    Setting("listener.connections", 512, "Most open connections. Over it the longest idle one is closed.", 1),
    Setting(
        "listener.memory_limit",
        256 * 2**20,
        "Most bytes of bodies that may wait to be stored. Over it senders get 503.",
        2**20,
    ),
    Setting(
        "store.synchronous",
        "FULL",
        "FULL survives power loss; NORMAL survives a killed process and is a little faster.",
        choices=("FULL", "NORMAL"),
    ),
    Setting(
        "store.write_deadline",
        5,
        "Seconds a request may wait for a locked history before its sender gets 503.",
        1,
        3600,
    ),
    Setting("store.queue_limit", 10_000, "Most requests that may wait to be stored. Over it senders get 503.", 1),
    Setting(
        "retention.age_days",
        0,
        "Days that captures are kept, by when they were received; 0 keeps them. Pinned ones stay in any case.",
        0,
        36_500,
    ),
    Setting(
        "retention.count", 0, "Most captures that are kept, beside pinned ones; the oldest go first. 0 is no limit."
    ),
    Setting(
        "retention.size_mb",
        0,
        "Largest size of the history, in MiB; over it the oldest captures go, but no pinned ones. 0 is no limit.",
        0,
        2**30,
    ),
    Setting(
        "secrets.place",
        "auto",
        "Where secrets are kept: auto takes the system's keyring where one works; file always takes secrets.toml.",
        choices=("auto", "file"),
    ),
    Setting(
        "signatures.fetch_keys",
        "no",
        "Whether keys that a provider publishes under a URL may be fetched from it, over HTTPS.",
        choices=("no", "yes"),
    ),
    Setting(
        "forward.at_once", 8, "Most requests that are on their way at once to each target of a forward rule.", 1, 100
    ),
    Setting(
        "forward.first_pause_ms",
        1_000,
        "Longest pause after the first attempt of a delivery, in milliseconds; it doubles with each attempt.",
        1,
        3_600_000,
    ),
    Setting(
        "forward.longest_pause_ms",
        3_600_000,
        "Longest pause between two attempts of a delivery, in milliseconds, unless the target asks for more.",
        1,
        86_400_000,
    ),
    Setting(
        "compare.ignore",
        (),
        "What does not count when captures are compared: paths of values such as data.object.created, and header:NAME.",
    ),
    Setting("window.language", "system", "Language of the window.", choices=("system", "en", "pt_BR")),
    Setting("window.theme", "system", "Colours of the window.", choices=("system", "light", "dark")),
)


class Settings(Mapping[str, Value]):
    """Every setting by its name; those the file does not name have their default. Immutable."""

    def __init__(self, chosen: Mapping[str, Value] | None = None) -> None:
        defaults = {row.name: row.default for row in SETTINGS}
        self._values = MappingProxyType({**defaults, **(chosen or {})})

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def number(self, name: str) -> int:
        value = self._values[name]
        assert isinstance(value, int)  # noqa: S101 (tells the type checker what the table promises)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._values[name]
        return value if isinstance(value, tuple) else ()

    def text(self, name: str) -> str:
        return str(self._values[name])

    def replaced(self, **chosen: Value) -> "Settings":
        """With some changed: `replaced(listener__port=0)`, two underscores for the dot."""
        return Settings({**self._values, **{name.replace("__", "."): value for name, value in chosen.items()}})


def load_settings(path: Path) -> Settings:
    """The settings of a file; all defaults where there is no file. Raises KnownError that names the wrong place."""
    tables = read_tables(path)
    return Settings(dict(_checked(path, name, value) for name, value in _flat(path, tables)))


def save_setting(path: Path, name: str, value: Value) -> None:
    """Writes one setting into the file, leaving everything else in it, comments included, as it is."""
    checked = _checked(path, name, value)[1]
    section, _, key = name.partition(".")
    with edited(path) as document:
        document.setdefault(section, {})[key] = list(checked) if isinstance(checked, tuple) else checked


def _flat(path: Path, tables: Mapping[str, object]) -> list[tuple[str, object]]:
    pairs: list[tuple[str, object]] = []
    for section, content in tables.items():
        if section in OTHERS:
            continue
        if not isinstance(content, dict):
            raise wrong(path, f"{section} must stand in a section, such as [listener]")
        pairs.extend((f"{section}.{key}", value) for key, value in content.items())
    return pairs


def _checked(path: Path, name: str, value: object) -> tuple[str, Value]:
    row = next((row for row in SETTINGS if row.name == name), None)
    if row is None:
        near = get_close_matches(name, [row.name for row in SETTINGS], 1)
        raise wrong(path, f"unknown setting {name}" + (f"; did you mean {near[0]}?" if near else ""))
    if isinstance(row.default, int):
        if not isinstance(value, int) or isinstance(value, bool) or not row.low <= value <= row.high:
            raise wrong(path, f"{name} needs a whole number from {row.low} to {row.high}, not {value!r}")
        return name, value
    if isinstance(row.default, tuple):
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            raise wrong(path, f"{name} needs a list of texts in quotes, not {value!r}")
        return name, tuple(value)
    if not isinstance(value, str) or (row.choices and value not in row.choices):
        wanted = "one of " + ", ".join(row.choices) if row.choices else "a text in quotes"
        raise wrong(path, f"{name} needs {wanted}, not {value!r}")
    return name, value
