"""What the tests of the store share: a desk, on both engines."""

import pytest

from store.session import Database
from tests.desk import Desk, open_desk


@pytest.fixture
def desk(database: Database) -> Desk:
    """A desk with an empty pool."""
    return open_desk(database)
