"""A Content-Type value, taken apart leniently: what it names, and the two parameters that a view needs."""

import re
from dataclasses import dataclass

_PARAMETER = re.compile(r';[ \t]*([^\s;="]++)[ \t]*=[ \t]*(?:"((?:[^"\\]++|\\.)*+)"?|([^;]*+))', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MediaType:
    """`name` in lower case, empty where none was declared; so are the parameters."""

    name: str = ""
    charset: str = ""
    boundary: str = ""

    @classmethod
    def parse(cls, content_type: str) -> "MediaType":
        """Of a parameter given twice the first counts."""
        name, mark, rest = content_type.partition(";")
        found: dict[str, str] = {}
        for key, quoted, plain in _PARAMETER.findall(mark + rest):
            found.setdefault(key.lower(), _ESCAPE.sub(r"\1", quoted) or plain.strip(" \t"))
        return cls(name.strip(" \t").lower(), found.get("charset", "").lower(), found.get("boundary", ""))
