"""The database's word that it kept a change gets lost: who pressed is told what is true, and it is done once."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from handlers.holds import reserve
from handlers.holds.requests import Reserve
from handlers.kit.reply import Reply
from handlers.kit.transaction import Unconfirmed
from store.session import Database, connect
from tests.databases import Databases
from tests.desk import BEN, TOLL, Desk, click, fill, open_desk
from tests.store.cutting import Cut, line_to

TWO = Reserve(wanted=TOLL, quantity=2)


@dataclass(kw_only=True)
class Cuttable:
    """A desk whose next COMMIT, by `next_commit`, has another end than it thinks; and one that has not."""

    desk: Desk
    sound: Desk
    next_commit: Callable[[Cut], None]

    def press(self, key: str) -> Reply:
        return reserve.reserve(self.desk.tools, click(BEN, key), TWO)

    def holds(self) -> int:
        return len(self.sound.everything()["holds"])


@pytest.fixture
def cuttable(databases: Databases, engine_name: str) -> Iterator[Cuttable]:
    url = databases.new(engine_name)
    with ExitStack() as stack:
        sound = connect(url)
        stack.callback(sound.close)
        desk = open_desk(sound)
        fill(sound, 10)
        if engine_name == "sqlite":
            cut = connect(url)
            next_commit: Callable[[Cut], None] = _Commits(cut).next
        else:
            line = stack.enter_context(line_to(url))
            cut = connect(line.url)
            cut.engine.connect().close()  # what is asked at the first connection is none of ours

            def next_commit(how: Cut) -> None:
                line.cut = how

        stack.callback(cut.close)
        yield Cuttable(desk=desk.through(cut), sound=desk, next_commit=next_commit)


class _Commits:
    """SQLite's next COMMIT fails as its disk does, before or after it has written it."""

    def __init__(self, database: Database) -> None:
        self._dialect: Any = database.engine.dialect
        self._commit: Callable[[Any], None] = self._dialect.do_commit
        vars(self._dialect)["do_commit"] = self._do
        self._how: Cut | None = None

    def next(self, how: Cut) -> None:
        self._how = how

    def _do(self, dbapi: Any) -> None:
        how, self._how = self._how, None
        if how is not Cut.ON_THE_WAY:
            self._commit(dbapi)
        if how is Cut.FOR_GOOD:
            self._dialect.do_ping = self._dialect.do_begin = self._fail
        if how:
            self._fail()

    def _fail(self, *_: object) -> None:
        failure = sqlite3.OperationalError("disk I/O error")
        failure.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
        raise failure


def test_what_was_kept_is_answered_as_if_nothing_had_happened(cuttable: Cuttable) -> None:
    usual = cuttable.press("one")
    cuttable.next_commit(Cut.ON_THE_WAY_BACK)
    told = cuttable.press("two")
    assert (usual.text, told.text) == (told.text.replace("H-2", "H-1"), usual.text.replace("H-1", "H-2"))
    assert cuttable.holds() == 2
    assert cuttable.press("two") == told
    assert cuttable.holds() == 2


def test_what_was_not_kept_is_not_told_as_done(cuttable: Cuttable) -> None:
    cuttable.next_commit(Cut.ON_THE_WAY)
    with pytest.raises(DBAPIError):
        cuttable.press("one")
    assert cuttable.holds() == 0
    cuttable.press("one")
    assert cuttable.holds() == 1


def test_what_cannot_be_known_is_not_told_either_way(cuttable: Cuttable) -> None:
    cuttable.next_commit(Cut.FOR_GOOD)
    with pytest.raises(Unconfirmed):
        cuttable.press("one")
    assert cuttable.holds() == 1
