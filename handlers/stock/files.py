"""/numbers pool import: a file is given in a modal, looked at, confirmed, taken, and reported on.

The file stays with Slack, which never changes one: what is confirmed is what was looked at. What is there already is
left as it is, so a file that is taken again after a crash comes in once.
"""

import io
from functools import partial
from typing import Any

from handlers.kit import answers, file_faults
from handlers.kit.blocks import cut
from handlers.kit.fields import Carried, Fields, file, needed, selected
from handlers.kit.file_faults import FileFault, UnreadFile, Unused
from handlers.kit.member import Click, Member, Standing
from handlers.kit.messages import say
from handlers.kit.outgoing import Arrived, Fetch, Post, Turn
from handlers.kit.reply import Message, Reply, opens
from handlers.kit.table_stream import open_table
from handlers.kit.tools import SlackSilent, Tools
from handlers.kit.transaction import MemberTransaction, Transaction, transact, transact_by_clock
from handlers.kit.understood import in_words as understood_in_words
from handlers.kit.words import BadField, BadInput
from handlers.stock import rules
from handlers.stock.incoming import bring_in
from handlers.stock.job import Job, Tally
from handlers.stock.judging import IN_SERVICE_COLUMNS, POOL_COLUMNS
from handlers.stock.low_stock import StockOutbox
from handlers.stock.refusals import LineFault, RefusedLine
from handlers.stock.requests import ImportStock
from handlers.stock.telling import line_in_words, summary
from handlers.stock.views import modals
from handlers.stock.views.modals import FREE, IN_SERVICE
from store import outbox, workspaces
from store.outbox.types import ClaimedItem, OutboxItem
from store.types import ChannelId, UserId

MOST = 1_000_000  # bytes; longer files are brought in from the command line
_TOLD = 30  # refused lines in a modal


def ask(_tools: Tools, click: Click, _ask: ImportStock) -> Reply:
    """Open the modal for a file."""
    if refusal := rules.see_to(click.member):
        return answers.refused(click.member.locale, refusal)
    return opens(modals.form(click.member.locale))


def look(tools: Tools, click: Click, _value: Carried, fields: Fields) -> Reply:
    """A file was given: it is to be looked at. Raises BadField."""
    given, how = file(fields, modals.FILE), selected(fields, modals.AS) or FREE
    if not given:
        raise BadField(modals.FILE, "stock-no-file")
    if how not in (FREE, IN_SERVICE):
        raise BadField(modals.AS, "settings-not-a-choice")
    return _owe(tools, click, given, how, do=False)


def confirm(tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """What was looked at is meant: it is to be taken. Raises BadInput."""
    given, how = needed(value, "file"), needed(value, "as")
    if how not in (FREE, IN_SERVICE):
        raise BadInput("stale-button")
    return _owe(tools, click, given, how, do=True)


def _owe(tools: Tools, click: Click, given: str, how: str, *, do: bool) -> Reply:
    locale = click.member.locale

    def work(tx: MemberTransaction) -> Reply:
        if refusal := rules.see_to(tx.member):
            return answers.refused(locale, refusal)
        tx.changed = True
        channel = click.channel or ChannelId(tx.member.user)
        told = {"file": given, "as": how, "do": do, "view": click.view, "channel": channel}
        tx.owe(_item(tx, StockOutbox.FILE, tx.member, given, told))
        return opens(modals.reading(locale, do=do))

    return transact(tools, click, work)


def _item(tx: Transaction, kind: str, to: Member, given: str, told: dict[str, Any]) -> OutboxItem:
    return OutboxItem(
        workspace=tx.workspace.id,
        kind=kind,
        subject=f"stock {given} {to.user}",
        channel=ChannelId(to.user),
        item="do" if told["do"] else "look",
        detail=told,
    )


def put_file(tools: Tools, claimed: ClaimedItem) -> Fetch:
    """The file is to be fetched from Slack. Raises SlackSilent where it does not say who gave it."""
    owing = claimed.owing
    by = tools.people.member(owing.workspace, UserId(owing.channel))
    if by.standing is Standing.UNKNOWN:
        raise SlackSilent
    return Fetch(file=str(owing.detail["file"]), by=by.user, most=MOST, take=partial(_take, tools, claimed, by))


def _take(tools: Tools, claimed: ClaimedItem, by: Member, arrived: Arrived) -> None:
    detail = dict(claimed.owing.detail)
    result = _read(tools, claimed, by, arrived)

    def pay(tx: Transaction) -> int:
        told = {name: detail[name] for name in ("file", "as", "do", "view", "channel")}
        tx.owe(_item(tx, StockOutbox.SHOWN, by, detail["file"], {**told, "name": arrived.name, **result}))
        outbox.paid(tx.db, claimed, tx.real_now)
        return 1

    transact_by_clock(tools, claimed.owing.workspace, pay, by)


def _read(tools: Tools, claimed: ClaimedItem, by: Member, arrived: Arrived) -> dict[str, Any]:
    """Look at the file, or take it; what came of that, or what was wrong, as it is kept."""
    detail, locale = claimed.owing.detail, by.locale
    if refusal := rules.see_to(by):
        return {"wrong": Unused(why=refusal).kept()}
    if isinstance(arrived.content, FileFault):
        return {"wrong": Unused(why=arrived.content).kept()}
    in_service = detail["as"] == IN_SERVICE
    told: list[RefusedLine] = []
    tally = Tally(on_refused=told.append)
    job = Job(
        tools=tools,
        by=by,
        source=cut(arrived.name, 80),
        here=claimed.owing.workspace,
        in_service=in_service,
        dry=not detail["do"],
    )
    with tools.reading() as db:
        country = workspaces.find(db, claimed.owing.workspace).country
    try:
        table = open_table(io.BytesIO(arrived.content), country, IN_SERVICE_COLUMNS if in_service else POOL_COLUMNS)
        if table is None:
            return {"wrong": Unused(why=FileFault.EMPTY).kept()}
        bring_in(job, table, tally)
    except UnreadFile as unread:
        return {"wrong": unread.unused.kept()}
    refused = [line for line in told if line.why != LineFault.THERE_ALREADY]
    return {
        "done": tally.done,
        "understood": understood_in_words(locale, table.understood.kept()),
        "summary": list(summary(locale, tally)),
        "lines": [line_in_words(locale, line) for line in refused[:_TOLD]],
        "more": max(len(refused) - _TOLD, 0),
    }


def put_shown(tools: Tools, claimed: ClaimedItem) -> Turn:
    """The modal that waits shows what came of the file; where it is closed, who gave it is told."""
    owing, detail = claimed.owing, claimed.owing.detail
    locale = tools.people.member(owing.workspace, UserId(owing.channel)).locale
    name = modals.named(str(detail["name"]))
    if wrong := detail.get("wrong"):
        said = file_faults.in_words(locale, wrong, file=name or say(locale, "stock-the-file"), most=MOST)
        view = modals.form(locale, said)
    elif detail["do"]:
        said = say(locale, "stock-came-in", count=detail["done"], file=name)
        view = modals.report(locale, said, detail)
    else:
        said = say(locale, "stock-would-come-in", count=detail["done"], file=name)
        view = modals.preview(locale, said, detail)
    lines = "\n".join([said, *detail.get("summary", ())])
    return Turn(
        view_id=str(detail["view"]),
        view=view,
        channel=ChannelId(detail["channel"]),
        otherwise=Post(message=Message(text=lines), channel=owing.channel),
    )
