import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from webhook_inspector.samples.table import SAMPLES
from webhook_inspector.ui.sample_lists import SampleLists, matching, provider_title, providers


@pytest.fixture
def lists(qtbot):
    lists = SampleLists()
    qtbot.addWidget(lists)
    lists.show()
    return lists


def texts(one):
    return [one.item(row).text() for row in range(one.count())]


def test_every_provider_is_there_once_by_title():
    keys = [key for key, _ in providers()]
    assert sorted(keys) == sorted({sample.provider for sample in SAMPLES})
    titles = [title.casefold() for _, title in providers()]
    assert titles == sorted(titles)
    assert provider_title("mercadopago") == "Mercado Pago"
    assert provider_title("nobody") == "nobody"


def test_each_word_is_looked_for_in_all_that_is_shown():
    assert {sample.provider for sample in matching("mercado pago")} == {"mercadopago"}
    assert [sample.event for sample in matching("STRIPE invoice.paid")] == ["invoice.paid"]
    assert matching("nothing like this") == []
    assert len(matching("")) == len(SAMPLES)


def test_the_first_event_of_the_chosen_provider_is_chosen(lists):
    lists.choose("stripe")
    assert lists.providers.currentItem().text() == "Stripe"
    assert lists.sample().provider == "stripe"
    assert len(texts(lists.events)) == len([one for one in SAMPLES if one.provider == "stripe"])
    lists.choose("nobody")
    assert lists.sample().provider in {one.provider for one in SAMPLES}


def test_what_is_chosen_stays_while_it_is_found(lists):
    lists.choose("stripe")
    lists.events.setCurrentRow(2)
    before = lists.sample()
    lists.search.setText(before.event)
    assert lists.sample() == before
    lists.search.setText("zzz")
    assert lists.sample() is None
    assert texts(lists.providers) == texts(lists.events) == []


def test_arrow_keys_in_the_search_move_among_the_events(lists, qtbot):
    lists.search.setText("stripe")
    first = lists.sample()
    with qtbot.waitSignal(lists.picked):
        QTest.keyClick(lists.search, Qt.Key.Key_Down)
    assert lists.sample() != first
    QTest.keyClick(lists.search, Qt.Key.Key_Up)
    assert lists.sample() == first
    QTest.keyClicks(lists.search, " invoice")
    assert lists.search.text() == "stripe invoice"


def test_screen_readers_hear_event_and_title(lists):
    lists.choose("stripe")
    item = lists.events.currentItem()
    sample = lists.sample()
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == f"{sample.event} · {sample.title}"
    assert all(one.accessibleName() for one in (lists.search, lists.providers, lists.events))
