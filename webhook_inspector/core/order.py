"""In what order captures are listed, where it is not that of arrival."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """Another order than that of arrival, which decides where this one does not."""

    key: str
    """Of `store.find.ORDERS`."""
    descending: bool = False
    """The other way round in everything."""
