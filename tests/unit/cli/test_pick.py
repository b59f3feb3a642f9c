from contextlib import closing

import pytest

from webhook_inspector.cli.pick import pick, present
from webhook_inspector.core.capture import Record
from webhook_inspector.core.problem import KnownError
from webhook_inspector.paths import DataFolder
from webhook_inspector.store.reader import Reader


@pytest.mark.parametrize(("number", "place"), [(1, 0), (3, 2), (-1, 2), (-3, 0)])
def test_by_number_and_from_the_end(folder: DataFolder, three: list[Record], number: int, place: int) -> None:
    with closing(Reader(folder.history)) as reader:
        assert pick(reader, number) == three[place]


@pytest.mark.parametrize("number", [4, -4, 10**18 - 1, -(10**18 - 1)])
def test_what_is_not_there(folder: DataFolder, three: list[Record], number: int) -> None:
    with closing(Reader(folder.history)) as reader:
        for search in (lambda: pick(reader, number), lambda: present(reader, [1, number])):
            with pytest.raises(KnownError) as caught:
                search()
            assert dict(caught.value.problem.particulars) == {"id": number}


def test_several_in_the_order_asked(folder: DataFolder, three: list[Record]) -> None:
    with closing(Reader(folder.history)) as reader:
        assert present(reader, [3, 1, -2]) == [3, 1, 2]
