"""/numbers reserve: hold numbers while somebody chooses; and hold again what ran out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.approvals import rules as approval_rules
from handlers.holds import rules
from handlers.holds.keep import Wish, keep_or_ask
from handlers.holds.views import answers as views
from handlers.holds.views import offer
from handlers.kit import answers, lookup, posting, roles
from handlers.kit.cards import card, line
from handlers.kit.member import Click
from handlers.kit.reply import Reply
from handlers.kit.requests import Reserve
from handlers.kit.tools import Tools
from handlers.kit.transaction import Act, act
from handlers.quota import rules as quota_rules
from handlers.quota.rules import QuotaRefusal
from store import approvals, holds, numbers
from store.approvals.types import Verdict
from store.audit.types import Action
from store.holds.types import Hold, HoldId, Outcome
from store.numbers import held_numbers
from store.types import E164, ChannelId


def reserve(tools: Tools, click: Click, ask: Reserve) -> Reply:
    locale = click.member.locale
    if refusal := offer.refused(click, tools.places, ask):
        return refusal
    channel = posting.to_post(tools, click)
    if channel is None:
        return views.cannot_post(locale)

    def work(doing: Act) -> Reply:
        if refusal := _refused(doing, ask):
            return refusal
        hold, taken = _hold(doing, ask, channel)
        if not taken:
            return views.none_left(locale, ask)
        others = len(set(taken) - set(ask.these)) if ask.these else 0
        return views.held(locale, hold, asked=ask, others=others, elsewhere=channel != click.channel)

    return act(tools, click, work)


def hold_again(tools: Tools, click: Click, of: HoldId) -> Reply:
    """Hold the numbers of a hold that ran out once more, or as many like them; whoever presses is the holder."""
    locale = click.member.locale
    channel = posting.to_post(tools, click)
    if channel is None:
        return views.cannot_post(locale)

    def work(doing: Act) -> Reply:
        ended = lookup.hold(doing.db, doing.workspace.id, of, lock=True)
        if ended.again or ended.outcome not in (None, Outcome.RAN_OUT) or ended.is_live(doing.now):
            return views.not_again(locale, ended, doing.now)
        these = tuple(number.e164 for number in held_numbers(doing.db, ended))
        ask = Reserve(wanted=ended.wanted, quantity=ended.size, these=these)
        if refusal := _refused(doing, ask):
            return refusal
        hold, taken = _hold(doing, ask, channel)
        if not taken:
            return views.none_left(locale, ask)
        holds.held_again(doing.db, ended, again=hold.id, by=doing.member.user)
        entry = doing.record(Action.HELD_AGAIN, ended.name, before={}, after={"again": hold.name})
        doing.owe(card(ended), line(ended, entry))
        same = len(set(taken) & set(these))
        repeated = _ask_again(doing, ended, hold, taken)
        hold = lookup.hold(doing.db, doing.workspace.id, hold.id)  # a request may have extended it
        said = views.held_again(locale, hold, wanted=ended.size, same=same)
        return views.with_request(locale, said, repeated)

    return act(tools, click, work)


def _ask_again(doing: Act, ended: Hold, hold: Hold, taken: Sequence[E164]) -> views.Repeated:
    """Repeat the request that ended with a hold, where all that it was for is held again."""
    request = approvals.last_of(doing.db, [ended]).get(ended.id)
    if request is None or request.verdict not in (None, Verdict.RAN_OUT):
        return views.Repeated.NONE
    if not set(request.numbers) <= set(taken):
        return views.Repeated.NUMBERS_GONE
    wish = Wish(numbers=request.numbers, purpose=request.purpose, note=request.note)
    if keep_or_ask(doing, hold, wish):
        return views.Repeated.REFUSED
    needed = approval_rules.needed(doing.workspace.policy, hold.wanted.kind, len(wish.numbers))
    return views.Repeated.ASKED if needed else views.Repeated.KEPT


def _refused(doing: Act, ask: Reserve) -> Reply | None:
    if may_not := roles.reserve(doing.workspace, doing.member):
        return answers.may_not(doing.member.locale, may_not, doing.workspace)
    kind = ask.wanted.kind
    in_use = numbers.in_use(doing.db, doing.workspace.id, doing.now)[kind].total
    refusal = quota_rules.take(doing.workspace, kind, ask.quantity, in_use)
    if refusal is None:
        return None
    quota = quota_rules.quota(doing.workspace.licences)
    left = max(quota - in_use, 0)
    fewer = [replace(ask, quantity=left)] if refusal is QuotaRefusal.OVER_QUOTA and left else []
    return answers.refused_as_asked(doing.click, refusal, *fewer, quota=quota, left=left)


def _hold(doing: Act, ask: Reserve, channel: ChannelId) -> tuple[Hold, Sequence[E164]]:
    """Take what is asked for, these numbers first and then others like them, and write the hold down."""
    lasting = timedelta(minutes=doing.workspace.hold_minutes)
    hold = Hold(
        workspace=doing.workspace.id,
        id=holds.next_id(doing.db, doing.workspace.id),
        held_by=doing.member.user,
        channel=channel,
        wanted=ask.wanted,
        size=ask.quantity,
        held_at=doing.now,
        until=doing.now + lasting,
    )
    taken = numbers.take(doing.db, hold, ask.quantity, now=doing.now, these=ask.these) if ask.these else []
    if len(taken) < ask.quantity:
        taken = sorted(taken + numbers.take(doing.db, hold, ask.quantity - len(taken), now=doing.now))
    if taken:
        hold = replace(hold, size=len(taken))
        warning = rules.warning_after(lasting)
        holds.write(doing.db, hold, taken, warn_at=doing.now + warning if warning else None)
        doing.record(Action.RESERVED, hold.name, before={}, after={"numbers": taken, "until": hold.until.isoformat()})
        doing.owe(card(hold))
        doing.concerns(hold.held_by)
    return hold, taken
