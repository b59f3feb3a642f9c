"""A feed on a real history, with what it stands between."""

import asyncio

from tests.ui.rows import place_of, query_of
from webhook_inspector.store.reader import Reader
from webhook_inspector.ui.captures_model import CapturesModel
from webhook_inspector.ui.feed import Feed
from webhook_inspector.ui.library import Library


class Around:
    def __init__(self, history):
        self.history = history
        self.model = CapturesModel()
        self.library = Library(lambda: Reader(history))
        self.feed = Feed(self.model, self.library, history)
        self.failures = []
        self.feed.failed.connect(self.failures.append)

    async def until(self, condition, seconds=5.0):
        end = asyncio.get_running_loop().time() + seconds
        while not condition():
            assert asyncio.get_running_loop().time() < end, "it never happened"
            await asyncio.sleep(0.01)

    def paths(self):
        return [self.model.index(row, place_of("path")).data() for row in range(self.model.rowCount())]

    async def search(self, text):
        await self.show(query_of(text))

    async def show(self, query):
        busy = []
        self.feed.searching.connect(busy.append)
        self.feed.search(query)
        await self.until(lambda: busy and busy[-1] is False)
        self.feed.searching.disconnect(busy.append)

    async def put_in_order(self, order):
        busy = []
        self.feed.searching.connect(busy.append)
        self.feed.put_in_order(order)
        await self.until(lambda: busy and busy[-1] is False)
        self.feed.searching.disconnect(busy.append)

    async def end(self):
        await self.feed.stop()
        await self.library.close()
