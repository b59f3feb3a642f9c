"""`listen` as it would be without the search index: the floor of what `bench history` says about capture."""

import sys

from webhook_inspector.__main__ import main
from webhook_inspector.indexing import Indexing

if __name__ == "__main__":
    Indexing.start = lambda _: None
    sys.exit(main())
