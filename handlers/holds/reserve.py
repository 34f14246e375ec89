"""/numbers reserve: hold numbers while somebody chooses; and hold again what ran out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from handlers import carriers
from handlers.holds import lookup, rules
from handlers.holds.acquisition import Purchase, keep_or_ask, needed
from handlers.holds.entries import HoldAction
from handlers.holds.offers import offered_elsewhere, unoffered
from handlers.holds.requests import Reserve, as_typed, instead
from handlers.holds.taking import take as take_numbers
from handlers.holds.views import answers as views
from handlers.kit import answers, posting, roles
from handlers.kit.cards import card, line
from handlers.kit.member import Click
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.transaction import MemberTransaction, transact
from handlers.quota import QuotaRefusal, left, quota, take, use
from store import approvals, holds, numbers, workspaces
from store.approvals.types import Verdict
from store.carriers.types import Line
from store.holds.types import Hold, HoldId, Outcome
from store.numbers import held_numbers
from store.numbers.nearest import in_its_place
from store.numbers.types import Taken, Taking
from store.types import E164, ChannelId


def reserve(tools: Tools, click: Click, ask: Reserve) -> Reply:
    """Hold numbers for the member, `ask.these` first, as far as they can be had; its card is owed to the channel.

    Refused, with nothing held, where neither the country nor a carrier offers such numbers, where licences, credits,
    quota or the member's role do not allow it, where none can be had, and where the desk can post nowhere. Raises
    SlackSilent, and BadInput for a source.
    """
    locale = click.member.locale
    if ask.source:
        with tools.reading() as db:
            workspace = workspaces.find(db, click.member.workspace)
        carriers.check_source(tools, workspace, ask.source, lambda source: as_typed(replace(ask, source=source)))
    if ask.wanted.place is None:
        with tools.reading() as db:
            ask = replace(ask, wanted=in_its_place(db, ask.wanted))
    refusal = unoffered(click, tools, ask.wanted, instead(ask))
    if refusal and not tools.carriers.of(click.member.workspace):
        return refusal
    channel = posting.card_channel(tools, click)
    if channel is None:
        return views.cannot_post(locale)
    offered = carriers.offered(tools, click.member.workspace, _wish(ask))
    if refusal and not any(each.offers for each in offered):
        return carriers.unanswered(locale, refusal, offered, again=as_typed(ask), nonce=click.key)

    def work(tx: MemberTransaction) -> Reply:
        if may_not := roles.reserve(tx.workspace, tx.member):
            return answers.may_not(locale, may_not, tx.workspace)
        held = _hold(tx, ask, channel, offered)
        if held is None:
            return _refused(tx, ask, offered)
        hold, taken, asked_for = held
        others = len(set(taken) - set(ask.these)) if ask.these else 0
        said = views.held(locale, hold, asked=ask, others=others, elsewhere=channel != click.channel)
        said = views.at_carriers(locale, said, hold, asked_for)
        return carriers.unanswered(locale, said, offered) if hold.size < ask.quantity else said

    return transact(tools, click, work)


def hold_again(tools: Tools, click: Click, of: HoldId) -> Reply:
    """Hold the numbers of a hold that ran out once more, or as many like them; whoever presses is the holder.

    Raises BadInput where there is no such hold, SlackSilent where Slack does not say whether its card can be posted.
    """
    locale = click.member.locale
    channel = posting.card_channel(tools, click)
    if channel is None:
        return views.cannot_post(locale)
    offered = _offered_again(tools, click, of)

    def work(tx: MemberTransaction) -> Reply:
        if may_not := roles.reserve(tx.workspace, tx.member):
            return answers.may_not(locale, may_not, tx.workspace)
        ended = lookup.find(tx.db, tx.workspace.id, of, lock=True)
        ran_out = ended.outcome in (None, Outcome.RAN_OUT) and not ended.is_live(tx.now)
        if ran_out:
            carriers.let_go(tx, [ended])  # it may not have been announced yet
        kept = carriers.kept(tx.db, ended, tx.now)
        if ended.again or ended.is_live(tx.now) or not (ran_out or kept):
            return views.not_again(locale, ended, tx.now)
        these = tuple(each.e164 for each in (held_numbers(tx.db, ended) if ran_out else kept))
        ask = Reserve(wanted=ended.wanted, quantity=len(these), these=these)
        held = _hold(tx, ask, channel, offered if ran_out else (), kept)
        if held is None:
            return _refused(tx, ask, offered)
        hold, taken, asked_for = held
        holds.held_again(tx.db, ended, again=hold.id, by=tx.member.user)
        entry = tx.record(HoldAction.HELD_AGAIN, ended.name, before={}, after={"again": hold.name})
        tx.owe(card(ended), line(ended, entry))
        same = len(set(taken) & set(these))
        repeated = _ask_again(tx, ended, hold, taken)
        hold = lookup.find(tx.db, tx.workspace.id, hold.id)  # a request may have extended it
        said = views.held_again(locale, hold, wanted=len(these), same=same)
        said = views.at_carriers(locale, said, hold, asked_for)
        return views.with_request(locale, said, repeated)

    return transact(tools, click, work)


def _wish(ask: Reserve) -> carriers.Wish:
    return carriers.Wish(wanted=ask.wanted, quantity=ask.quantity, these=ask.these, source=ask.source)


def _offered_again(tools: Tools, click: Click, of: HoldId) -> Sequence[carriers.Offers]:
    """What carriers offer in place of what the stock has not any more of a hold that ran out."""
    workspace = click.member.workspace
    if not tools.carriers.of(workspace):
        return ()
    with tools.reading() as db:
        ended = lookup.find(db, workspace, of)
        these = tuple(number.e164 for number in held_numbers(db, ended))
    return carriers.offered(tools, workspace, carriers.Wish(wanted=ended.wanted, quantity=ended.size, these=these))


def _ask_again(tx: MemberTransaction, ended: Hold, hold: Hold, taken: Sequence[E164]) -> views.Repeated:
    """Repeat the request that ended with a hold, where all that it was for is held again."""
    request = approvals.last_of(tx.db, [ended]).get(ended.id)
    if request is None or request.verdict not in (None, Verdict.RAN_OUT):
        return views.Repeated.NONE
    if not set(request.numbers) <= set(taken):
        return views.Repeated.NUMBERS_GONE
    wish = Purchase(numbers=request.numbers, purpose=request.purpose, note=request.note)
    if keep_or_ask(tx, hold, wish):
        return views.Repeated.REFUSED
    return views.Repeated.ASKED if needed(tx, hold, wish) else views.Repeated.KEPT


def _over_quota(tx: MemberTransaction, ask: Reserve) -> tuple[Refusal | None, int]:
    """Why so many more may not be held, and how many are in use."""
    in_use = numbers.in_use(tx.db, tx.workspace.id, tx.now)[ask.wanted.kind].total
    return take(tx.workspace, ask.wanted.kind, ask.quantity, in_use), in_use


def _refused(tx: MemberTransaction, ask: Reserve, offered: Sequence[carriers.Offers]) -> Reply:
    """Why nothing was taken."""
    refusal, in_use = _over_quota(tx, ask)
    if refusal is None:
        elsewhere = offered_elsewhere(tx.db, tx.click, tx.tools.places, ask.wanted)
        none = views.none_left(tx.member.locale, ask, tx.click.key, elsewhere=elsewhere)
        return carriers.unanswered(tx.member.locale, none, offered, again=as_typed(ask), nonce=tx.click.key)
    room = left(tx.workspace, in_use)
    fewer = [as_typed(_fewer(ask, room.left))] if refusal is QuotaRefusal.OVER_QUOTA and room.left else []
    return answers.refused_as_asked(tx.click, refusal, *fewer, quota=room.quota, left=room.left)


def _fewer(ask: Reserve, quantity: int) -> Reserve:
    """The same of so many: a run is as much shorter, and one number is none."""
    in_a_row = min(ask.wanted.digits.in_a_row, quantity) if quantity > 1 else 0
    wanted = replace(ask.wanted, digits=replace(ask.wanted.digits, in_a_row=in_a_row))
    return replace(ask, wanted=wanted, quantity=quantity)


def _hold(
    tx: MemberTransaction,
    ask: Reserve,
    channel: ChannelId,
    offered: Sequence[carriers.Offers],
    kept: Sequence[Line] = (),
) -> tuple[Hold, Sequence[E164], Sequence[Line]] | None:
    """Take what is asked for, these numbers first and then others like them, and write the hold down, if any.

    First what carriers keep for us, then what the stock has, then what carriers offer: those are handed back, too.
    """
    # Of the stock no number is taken over the quota; carriers know nothing of it, nor how the next hold is called.
    at_carriers = bool(offered or kept)
    if use(tx.workspace, ask.wanted.kind) or (at_carriers and _over_quota(tx, ask)[0]):
        return None
    until = tx.now + timedelta(minutes=tx.workspace.hold_minutes)
    until = min([until, *(line.until - carriers.MARGIN for line in kept if line.until)])
    make = partial(
        Hold,
        workspace=tx.workspace.id,
        held_by=tx.member.user,
        channel=channel,
        wanted=ask.wanted,
        held_at=tx.now,
        until=until,
    )
    number = holds.next_id(tx.db, tx.workspace.id) if at_carriers else None
    back = carriers.take_back(tx, make(id=number, size=ask.quantity), kept) if number and kept else []
    missing = ask.quantity - len(back)
    of_stock = Taken()
    if missing and _wish(ask).is_of_stock:
        whole = quota(tx.workspace.licences)
        taking = Taking(workspace=tx.workspace.id, wanted=ask.wanted, now=tx.now, until=until, quota=whole)
        of_stock = take_numbers(tx, taking, replace(ask, quantity=missing))
        missing -= len(of_stock.numbers)
    number = number or of_stock.hold
    if number is None:
        return None
    run = bool(ask.wanted.digits.in_a_row)
    asking = make(id=number, size=ask.quantity)
    asked_for = carriers.take(tx, asking, missing, offered, in_a_row=run) if missing and offered else []
    taken = sorted([*of_stock.numbers, *(line.e164 for line in (*back, *asked_for))])
    if not taken:
        return None
    hold = make(id=number, size=len(taken), at_carriers=bool(back or asked_for))
    warning = rules.warning_after(hold.until - tx.now)
    holds.write(tx.db, hold, taken, warn_at=tx.now + warning if warning else None)
    if hold.at_carriers:
        carriers.ask_to_hold(tx, hold, [*back, *asked_for])
    tx.record(HoldAction.RESERVED, hold.name, before={}, after={"numbers": taken, "until": hold.until.isoformat()})
    tx.owe(card(hold))
    tx.concerns(hold.held_by)
    return hold, taken, asked_for
