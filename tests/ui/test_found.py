from tests.ui.history import fill, records, tries
from tests.ui.rows import ids, query_of
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui import found as found_file
from webhook_inspector.ui.found import first_found, misplaced, news_of


def test_first_found_and_news_meet_without_gap_and_overlap(folder):
    fill(folder.history, records(4, target="/stripe"))
    reader = Reader(folder.history)
    found = first_found(reader, query_of("stripe"))
    fill(folder.history, records(3, target="/stripe"))
    news = news_of(reader, query_of("stripe"), found.last, folder.history, lambda _: None)
    reader.close()
    assert [*found.ids, *news.ids] == list(range(1, 8))
    assert [cells.id for cells in news.cells] == [5, 6, 7]


def test_very_many_are_not_counted_before_the_first_of_them_are_shown(folder, monkeypatch):
    fill(folder.history, records(4, target="/stripe"))
    reader = Reader(folder.history)
    assert first_found(reader, query_of("stripe")).holes == 0
    monkeypatch.setattr(found_file, "COUNTED", 3)
    assert first_found(reader, query_of("stripe")).holes is None
    assert first_found(reader, query_of("github")).holes == 0  # nothing is shown that would have to wait
    reader.close()


def test_what_is_misplaced(folder, monkeypatch):
    fill(folder.history, tries("evt_1", "evt_1", "evt_2", "evt_2", "evt_3"))
    reader = Reader(folder.history)

    def ask(heads, last=5):
        found = misplaced(reader, query_of(""), ids(heads), last)
        return None if found is None else [one.id for one in found]

    assert ask([1, 3, 5]) == []
    assert ask([1, 3], 4) == []  # 5 comes as news
    assert ask([1, 2, 3, 4, 5]) == [2, 4]
    assert ask([1, 5]) is None  # 3 is missing
    assert ask([1, 2, 5]) is None
    monkeypatch.setattr(found_file, "PAGE", 1)
    assert ask([1, 2, 3, 4, 5]) is None
    reader.close()
