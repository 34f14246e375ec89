"""The sender where no Slack is needed to try it."""

from slack_sdk import WebClient

from bot.directory import Directory
from bot.sender import Sender
from store import outbox
from store.session import Database
from store.types import WorkspaceId
from tests.desk import BEN, fill, open_desk

NOWHERE = "http://127.0.0.1:1/"


def client_of(_workspace: WorkspaceId, _within: float) -> WebClient:
    return WebClient(base_url=NOWHERE, timeout=1, retry_handlers=[])


def test_told_to_stop_it_leaves_what_is_owed_to_others(database: Database) -> None:
    desk = open_desk(database)
    fill(database, 1)
    desk.hold(BEN, 1)
    sender = Sender(desk.tools, Directory(client_of, lambda _workspace: "en"), client_of, pace=True)
    sender.stop()
    sender.drain()
    with database.reading() as db:
        assert outbox.is_due(db, desk.tools.real_now(), desk.tools.features.messages)


def test_what_cannot_be_sent_stays_owed_for_later(database: Database) -> None:
    desk = open_desk(database)
    fill(database, 1)
    desk.hold(BEN, 1)
    Sender(desk.tools, Directory(client_of, lambda _workspace: "en"), client_of, pace=True).drain()
    with database.reading() as db:
        assert not outbox.is_due(db, desk.tools.real_now(), desk.tools.features.messages)
        assert outbox.backlog(db, desk.tools.real_now()).count == 1
