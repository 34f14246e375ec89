"""Puts the parts together, by hand, once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import floor

from slack_bolt import App
from slack_sdk import WebClient

from bot import whole_calls
from bot.carrier_worker import CarrierWorker
from bot.carriers.kept import Kept
from bot.carriers.registry import Clients
from bot.clock import DatabaseClock, desk_clock, real_now
from bot.directory import Directory
from bot.listeners import Listeners
from bot.modals import ANSWER_WITHIN
from bot.scheduler import Scheduler
from bot.sender import Sender
from bot.settings import Settings
from bot.startup import make_sure
from handlers.desk import FEATURES
from handlers.kit.tools import Tools
from store import workspaces
from store.session import Database, connect
from store.types import WorkspaceId
from store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All parts of one process; which of them run is up to the command."""

    database: Database
    clock: DatabaseClock | None
    tools: Tools
    carriers: Clients
    directory: Directory
    sender: Sender
    carrier_worker: CarrierWorker
    scheduler: Scheduler
    app: App

    def stop(self) -> None:
        """Finish what is being sent, and close the database."""
        self.scheduler.stop()
        self.sender.stop()
        self.carrier_worker.stop()
        if self.clock:
            self.clock.stop()
        self.carriers.close()
        self.database.close()


def build(settings: Settings, *, sends: bool = True) -> Desk:
    """Build the desk. Without `sends` what is owed is left to other processes.

    Waits for the database. Raises CannotStart where its tables or its record are not ours, OperationalError where it
    cannot be used.
    """
    audit_key = settings.audit_key.get_secret_value().encode()
    database = connect(settings.database_url)
    make_sure(database, audit_key)

    clock = DatabaseClock(database.look) if database.engine.dialect.name == "postgresql" else None
    if clock:  # SQLite's processes are all on one machine
        clock.start()
    now = clock or real_now

    def client_of(_workspace: WorkspaceId, within: float) -> WebClient:
        return web_client(settings, floor(within * 10) / 10 or within)  # so that there are few

    def locale_of(workspace: WorkspaceId) -> str:
        with database.reading() as db:
            return workspaces.find(db, workspace).locale

    directory = Directory(client_of, locale_of)
    vault = Vault(key=settings.vault_key)
    carriers = Clients(settings.carriers, desk_clock(settings.clock_file, now), Kept(database.reading, vault))
    tools = Tools(
        begin=database.begin,
        reading=database.reading,
        now=desk_clock(settings.clock_file, now),
        real_now=now,
        can_post=directory.can_post,
        people=directory,
        audit_key=audit_key,
        vault=vault,
        features=FEATURES,
        carriers=carriers,
    )
    sender = Sender(tools, directory, client_of, pace=settings.pace)
    carrier_worker = CarrierWorker(tools)

    def nudge() -> None:
        sender.nudge()
        carrier_worker.nudge()

    return Desk(
        database=database,
        clock=clock,
        tools=tools,
        carriers=carriers,
        directory=directory,
        sender=sender,
        carrier_worker=carrier_worker,
        scheduler=Scheduler(tools, database.look, sender.nudge, carrier_worker.nudge),
        app=make_app(settings, tools, directory, nudge if sends else lambda: None),
    )


def make_app(settings: Settings, tools: Tools, directory: Directory, nudge: Callable[[], None]) -> App:
    """Bolt's app with all our listeners; `nudge` is called after each, for there may be something owed."""
    whole_calls.install()
    app = App(
        name="numberdesk",  # else Bolt looks through all that is imported for a name
        token=settings.slack_bot_token.get_secret_value(),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        process_before_response=True,
        token_verification_enabled=False,
        raise_error_for_unhandled_request=True,  # to failures.of_listener, for Bolt's own words of it fill a page
    )
    _configure(app.client, settings, ANSWER_WITHIN)  # handed a client of ours, Bolt warns of the token beside it
    Listeners(tools, directory, nudge, waits=settings.slack_waits).listen(app)
    return app


@cache
def web_client(settings: Settings, within: float) -> WebClient:
    """A client for the threads to share, which gives a call up after `within` seconds and never repeats one."""
    whole_calls.install()
    client = WebClient(token=settings.slack_bot_token.get_secret_value())
    _configure(client, settings, within)
    return client


def _configure(client: WebClient, settings: Settings, within: float) -> None:
    """Have a client give up after so many seconds, and never repeat a call by itself."""
    client.base_url = settings.slack_api_url
    client.timeout = within  # type: ignore[assignment] # urllib, which it is for, takes parts of seconds too
    # The stock handler repeats a call whose answer alone was lost: one call, two messages.
    client.retry_handlers = []
