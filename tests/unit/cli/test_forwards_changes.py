import asyncio
from contextlib import closing

from webhook_inspector.cli.forwards_changes import PAUSED, listing, retried
from webhook_inspector.cli.send_session import Keeping
from webhook_inspector.core.capture import Record
from webhook_inspector.core.delivery import Delivery, DeliveryState
from webhook_inspector.core.forward import ForwardRule
from webhook_inspector.forwarding import queue
from webhook_inspector.forwards import save_forward
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import Settings
from webhook_inspector.store import deliveries
from webhook_inspector.store.reader import Reader

MANY = deliveries.STEP + 10


async def keep_failed(folder: DataFolder) -> None:
    async with Keeping(folder, Settings(), "test") as keeping:
        failed = [Delivery("http://x/", 1, 1, "My app", DeliveryState.FAILED, 3) for _ in range(MANY)]
        await keeping.steps.do(lambda connection: [deliveries.add(connection, one) for one in failed])


def test_all_that_failed_is_tried_again(three: list[Record], folder: DataFolder) -> None:
    options = GlobalOptions(data_dir=str(folder.path))
    save_forward(folder.settings, ForwardRule("My app", ("http://x/",)))
    asyncio.run(keep_failed(folder))
    assert list(listing(options, as_json=False)) == [f"My app  all → http://x/  ({MANY} failed)"]
    assert retried(options, "My app") == f"{MANY} deliveries will be tried again when somebody captures"
    with closing(Reader(folder.history)) as reader:
        assert reader.delivery_counts()["My app"].waiting == MANY
    assert retried(options, "My app").startswith("0 deliveries ")


def test_the_mark_is_that_of_who_forwards() -> None:
    assert queue.PAUSED == PAUSED
