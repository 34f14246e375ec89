"""The whole product on one machine: the local workspace, its page, and the bot as a child process."""

import asyncio
import os
import socket
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.progress import track

from bot import keys, manifest
from bot.clock import real_now
from bot.startup import make_sure, wait_for
from bot.workspace import sample
from bot.workspace.server import HOST, Options, serve
from handlers.kit.words import COMMAND
from store import audit, migrate, numbers, workspaces
from store.session import Database, connect
from store.stock import sample_stock, sample_stock_size
from store.types import ChannelId, WorkspaceId
from store.workspaces.types import Licences, Policy, Workspace

_NOTICES = next(channel.id for channel in sample.sample_state().channels.values() if channel.name == "phone-numbers")
SAMPLE = Workspace(
    id=WorkspaceId(sample.TEAM_ID),
    licences=Licences(phone_system=60),
    policy=Policy(approvals=1),
    notices=ChannelId(_NOTICES),
    set_up=True,
    greeted=True,
)


def run(
    *,
    port: int,
    page: bool,
    empty: bool,
    delivery: Literal["socket", "http"],
    database: str | None,
    audit_key: str,
    vault_key: bytes,
    rate_limits: bool,
    slack_waits: float,
    slack_log: Path | None,
    carriers: tuple[str, ...] = (),
    carrier_keys: Mapping[str, str] | None = None,
) -> None:
    """Run until interrupted. Without a database to keep, all starts fresh. Raises CannotStart.

    `audit_key` seals the record; where it is "" one is made, and kept beside a database that is kept. `carriers` are
    run beside the workspace, each with a key from `carrier_keys` or one that is made; they forget everything with it.
    """
    beside = os.environ.get("no_proxy") or os.environ.get("NO_PROXY")
    os.environ["no_proxy"] = f"{beside},{HOST}" if beside else HOST  # no proxy comes between processes of one machine
    with tempfile.TemporaryDirectory(prefix="numberdesk-") as folder:
        url = database or f"sqlite:///{folder}/desk.db"
        key = audit_key or (keys.made_once(database) if database else keys.made())
        prepare(connect(url), key.encode(), vault_key=vault_key, empty=empty)
        bot_argv, bot_url = _bot(delivery)
        options = Options(
            clock_file=Path(folder) / "clock",
            port=port,
            page=page,
            bot_argv=(sys.executable, "-m", "bot", *bot_argv),
            bot_url=bot_url,
            bot_environment={"DATABASE_URL": url, "NUMBERDESK_AUDIT_KEY": key},
            rate_limits=rate_limits,
            waits=slack_waits,
            log_file=slack_log,
            scopes=frozenset(manifest.SCOPES),
            events=frozenset(manifest.EVENTS),
            greet=greet,
            carriers=carriers,
            carrier_keys=carrier_keys or {},
        )
        asyncio.run(serve(options))


def greet(url: str) -> None:
    """Say where it is and what to do first."""
    console = Console(highlight=False)
    console.print(f"\n[bold]Numberdesk is ready:[/bold] open {url}")
    console.print(f"As ada in #phone-numbers, type [bold]{COMMAND} reserve 3 US Washington Seattle[/bold]")
    console.print("Stop it with Ctrl+C.\n")


def prepare(database: Database, audit_key: bytes, *, vault_key: bytes = b"", empty: bool) -> None:
    """Make the tables, fill an empty pool with the sample stock, and unless `empty` set the sample workspace up.

    Raises CannotStart where the record is sealed with another key.
    """
    wait_for(database)
    migrate.upgrade(database.engine, audit_key, vault_key=vault_key)
    make_sure(database, audit_key)
    with database.reading() as db:
        fills = numbers.is_empty(db)
    # Read before the transaction, which a server ends that waits for something else than itself.
    shown = track(
        sample_stock(), description="Filling the pool", total=sample_stock_size(), console=Console(stderr=True)
    )
    stock = list(shown) if fills else []
    with database.begin() as db:
        numbers.add(db, stock, real_now())
        if not empty and not workspaces.lock(db, SAMPLE.id).set_up:
            workspaces.save(db, SAMPLE)
            audit.begin(db, SAMPLE.id, audit_key)
    database.close()


def _bot(delivery: Literal["socket", "http"]) -> tuple[tuple[str, ...], str | None]:
    """The bot's command, and where it listens if it is not the one that connects."""
    if delivery == "socket":
        return ("socket",), None
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
    return ("web", "--worker", "--host", HOST, "--port", str(port)), f"http://{HOST}:{port}/slack/events"
