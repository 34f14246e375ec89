"""The command line: carriers that the desk may ask, and the keys to them."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.carriers.accounts import Account
    from handlers.kit.carriers import CarrierName
    from handlers.kit.tools import Tools
    from store.carriers.keys import SealedKey
    from store.types import WorkspaceId

carrier = typer.Typer(help="Carriers: whom the desk buys numbers from.")

_KEY = "NUMBERDESK_CARRIER_KEY"
_SEEN = "Processes that run notice it within seconds."
Name = Annotated[str, typer.Argument(help="The carrier: telnyx or acs.")]
Which = Annotated[str | None, typer.Argument(help="The carrier; without it, all of them.")]
Only = Annotated[str | None, typer.Option("--workspace", help="The Slack workspace that it is for; else every one.")]
Url = Annotated[str | None, typer.Option(help="Its address, where that is each customer's own, as at acs.")]
PublicKey = Annotated[str, typer.Option(help="What its news is signed with, from the carrier's portal (telnyx).")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask whether numbers there may be left alone.")]
DatabaseUrl = Annotated[str | None, typer.Option(help="The database's URL; without it, what DATABASE_URL says.")]


@carrier.command(epilog="Example: python -m bot carrier add telnyx < key.txt")
def add(
    context: typer.Context,
    name: Name,
    workspace: Only = None,
    url: Url = None,
    public_key: PublicKey = "",
    database: DatabaseUrl = None,
) -> None:
    """Try a key, and keep it encrypted if the carrier takes it; it replaces an earlier one.

    The key is read from standard input or from NUMBERDESK_CARRIER_KEY, never from the command line, which others on the
    machine can see. At acs it may be the whole connection string: endpoint=https://…;accesskey=…
    """
    from bot.carriers.accounts import Account
    from bot.carriers.given import BadAccount, check_public_key, read_account
    from bot.carriers.registry import REMEMBERED
    from store.carriers import comparisons, keys
    from store.types import WorkspaceId

    carrier_name, owner = _known(name), WorkspaceId(workspace or keys.EVERY)
    try:
        if public_key:
            check_public_key(public_key)
        address, key = read_account(carrier_name, _given(name), url)
    except BadAccount as bad:
        raise typer.BadParameter(str(bad)) from None
    account = Account(name=carrier_name, url=address, key=key, public_key=public_key, workspace=owner or None)
    with _operating(context, database) as tools:
        _warn_of_unknown(tools, owner)
        if not _tried(tools, account):
            typer.echo("Nothing was kept.", err=True)
            sys.exit(1)
        kept = keys.SealedKey(
            workspace=owner,
            carrier=name,
            url=address,
            sealed=keys.seal(tools.vault, owner, name, address, key),
            public_key=public_key,
            added_at=tools.real_now(),
        )
        with tools.begin() as db:
            keys.keep(db, kept)
            # Once every process knows of it.
            comparisons.look_again(db, owner or None, tools.now() + timedelta(seconds=2 * REMEMBERED))
    typer.echo(f"{name} is set up for {_whose(owner)}. {_SEEN}")


@carrier.command("list", epilog="Example: python -m bot carrier list")
def list_(context: typer.Context, database: DatabaseUrl = None) -> None:
    """Name the carriers that are set up; their keys are not shown."""
    from bot.carriers.kept import opened, unopened
    from store.vault import WrongKey

    with _operating(context, database) as tools:
        kept = _kept(tools)
        if not kept:
            typer.echo("No carrier is set up: see python -m bot carrier add --help", err=True)
        for each in kept:
            told = [each.carrier, _whose(each.workspace), each.url, f"added {each.added_at:%Y-%m-%d %H:%M} UTC"]
            typer.echo("\t".join([*told, *(["with a public key"] if each.public_key else [])]))
            try:
                opened(tools.vault, each)
            except WrongKey:
                typer.echo(unopened(each.carrier), err=True)


@carrier.command(epilog="Example: python -m bot carrier check telnyx")
def check(context: typer.Context, name: Which = None, workspace: Only = None, database: DatabaseUrl = None) -> None:
    """Ask carriers whether they still take the keys; exit code 1 where one does not, or does not answer."""
    with _operating(context, database) as tools:
        kept = [each for each in _kept(tools) if name in (None, each.carrier) and workspace in (None, each.workspace)]
        if not kept:
            typer.echo("No such carrier is set up.", err=True)
        are_good = [_still_good(tools, each) for each in kept]
    if not are_good or not all(are_good):
        sys.exit(1)


@carrier.command(epilog="Example: python -m bot carrier remove telnyx")
def remove(
    context: typer.Context, name: Name, workspace: Only = None, yes: Yes = False, database: DatabaseUrl = None
) -> None:
    """Forget a key. Numbers that are held, ordered or owned there stay so, and go on being billed."""
    from store.carriers import keys, lines
    from store.types import WorkspaceId

    owner = WorkspaceId(workspace or keys.EVERY)
    with _operating(context, database) as tools:
        with tools.reading() as db:
            others = [each.workspace for each in keys.all_kept(db) if each.carrier == name and each.workspace != owner]
            live = lines.count_live(db, name, owner or None, but=others)
        if live and not yes:
            typer.confirm(
                f"Held, ordered or owned there: {live}. Without a key the desk can neither see these numbers"
                " through nor give them up, and they go on being billed. Forget it?",
                abort=True,
                err=True,
            )
        with tools.begin() as db:
            was_there = keys.remove(db, owner, name)
    if not was_there:
        typer.echo(f"{name} is not set up for {_whose(owner)}.", err=True)
        sys.exit(1)
    typer.echo(f"{name} is no longer set up for {_whose(owner)}. {_SEEN}")


def _still_good(tools: "Tools", kept: "SealedKey") -> bool:
    from bot.carriers.kept import opened, unopened
    from store.vault import WrongKey

    _known(kept.carrier)
    try:
        account = opened(tools.vault, kept)
    except WrongKey:
        typer.echo(unopened(kept.carrier), err=True)
        return False
    return _tried(tools, account)


def _tried(tools: "Tools", account: "Account") -> bool:
    """Whether a carrier takes a key; what it answers is told."""
    from bot.carriers.registry import CLIENTS
    from handlers.kit.carriers import CarrierBusy, CarrierRefused, CarrierSilent

    with closing(CLIENTS[account.name](account, tools.now)) as client:
        where = f"{client.rules.title} at {account.url}"
        try:
            balance = client.check()
        except CarrierRefused as refused:
            why = f"{refused.code}: {refused.detail}" if refused.detail else refused.code
            typer.echo(f"{where} refuses the key ({why}).", err=True)
            return False
        except CarrierBusy as busy:
            typer.echo(f"{where} cannot be asked now ({busy.code or 'busy'}): try again later.", err=True)
            return False
        except CarrierSilent:
            typer.echo(f"{where} did not answer in time: try again later.", err=True)
            return False
    told = f"its balance is {balance.amount:,.2f} {balance.currency}" if balance else "it tells no balance"
    typer.echo(f"{where} takes the key; {told}.")
    if client.rules.pushes and not account.public_key:
        typer.echo("Without --public-key its news cannot be believed: the desk asks it now and then instead.", err=True)
    return True


def _given(name: str) -> str:
    """The key, as it comes in."""
    if said := os.environ.get(_KEY):
        return said
    if sys.stdin.isatty():
        return str(typer.prompt(f"The key to {name}", hide_input=True, err=True))
    return sys.stdin.read()


def _known(name: str) -> "CarrierName":
    from bot.carriers.registry import CLIENTS
    from handlers.kit.carriers import CarrierName

    if name not in CLIENTS:
        raise typer.BadParameter(f"{name} is no carrier that the desk knows: {', '.join(CLIENTS)}")
    return CarrierName(name)


def _whose(workspace: str) -> str:
    return f"workspace {workspace}" if workspace else "every workspace"


def _warn_of_unknown(tools: "Tools", workspace: "WorkspaceId") -> None:
    from store import workspaces

    if not workspace:
        return
    with tools.reading() as db:
        if not workspaces.find(db, workspace).set_up:
            typer.echo(f"The desk is not set up in workspace {workspace} yet: is that its id?", err=True)


def _kept(tools: "Tools") -> "Sequence[SealedKey]":
    from store.carriers import keys

    with tools.reading() as db:
        return keys.all_kept(db)


@contextmanager
def _operating(context: typer.Context, database: str | None) -> "Iterator[Tools]":
    from bot.operator import operating

    with operating(context.obj, database) as (tools, _):
        yield tools
