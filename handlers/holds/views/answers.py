"""What the one who reserved is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from handlers.holds.requests import Reserve
from handlers.holds.rules import HoldRefusal
from handlers.kit.answers import refused, who_in_words
from handlers.kit.ask_for import ask_for_them
from handlers.kit.blocks import actions, counted, mention, section, where
from handlers.kit.criteria import how
from handlers.kit.messages import plain, say, slack_time
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Reply, says
from handlers.kit.sources import source
from handlers.kit.words import COMMAND
from store.carriers.types import Line
from store.holds.types import Hold, Outcome
from store.types import ANY_DIGITS
from store.workspaces.types import Workspace


class Repeated(StrEnum):
    """What came of the request that ended with a hold, when that is held again. All but NONE are told."""

    NONE = "none"
    ASKED = "request-repeated"
    KEPT = "request-needless"
    NUMBERS_GONE = "request-numbers-gone"
    REFUSED = "request-not-repeated"


def with_request(locale: str, held_again: Reply, repeated: Repeated) -> Reply:
    """Add what came of the request."""
    if repeated is Repeated.NONE:
        return held_again
    return replace(held_again, text=f"{held_again.text} {say(locale, repeated.value)}")


def held(locale: str, hold: Hold, *, asked: Reserve, others: int, elsewhere: bool) -> Reply:
    """`others`: how many of them are not the numbers that were shown."""
    said = [_said(locale, hold, "reserved")]
    if hold.size < asked.quantity:
        said.append(say(locale, "reserved-fewer", count=hold.size, wanted=asked.quantity))
    if others and len(asked.these) == asked.quantity:
        said.append(say(locale, "reserved-others", count=others))
    if elsewhere:
        said.append(say(locale, "reserved-card-elsewhere", channel=f"<#{hold.channel}>"))
    return says(" ".join(said))


def at_carriers(locale: str, held: Reply, of: Hold, asked_for: Sequence[Line]) -> Reply:
    """Add which of the numbers of a hold carriers are being asked for."""
    if not asked_for:
        return held
    titles = ", ".join(sorted({plain(line.title) for line in asked_for}))
    count = len(asked_for)
    part = ("one" if count == 1 else "all") if count == of.size else "some"
    said = say(locale, "reserved-at-carriers", part=part, count=count, carriers=titles)
    return replace(held, text=f"{held.text} {said}")


def held_again(locale: str, hold: Hold, *, wanted: int, same: int) -> Reply:
    """Tell a member what they hold again: `same` of the numbers are those of before, of `wanted`."""
    if same == hold.size:
        said = _said(locale, hold, "again-same")
    else:
        said = say(locale, "again-others", same=same, count=hold.size, hold=hold.name, time=slack_time(hold.until))
    fewer = [say(locale, "reserved-fewer", count=hold.size, wanted=wanted)] if hold.size < wanted else []
    return says(" ".join([said, *fewer]))


def none_left(locale: str, ask: Reserve, nonce: str, *, elsewhere: str = "") -> Reply:
    """Tell a member that there is nothing to hold of what they asked for, with a button that asks for it.

    `elsewhere` says where the country offers numbers, if not there.
    """
    key = "reserved-none-like-it" if ask.wanted.digits != ANY_DIGITS else "reserved-none"
    place = where(locale, ask.wanted.place) + how(ask.wanted)
    said = f"{say(locale, key, kind=ask.wanted.kind.value, place=place)} {elsewhere}".strip()
    return says(said, section(said), actions(ask_for_them(locale, ask.wanted, ask.quantity, nonce)))


def cannot_post(locale: str) -> Reply:
    """Tell a member that nothing is held, for its card could stand nowhere."""
    return says(say(locale, "cannot-post", command=COMMAND))


def not_again(locale: str, hold: Hold, now: datetime) -> Reply:
    """Why a hold cannot be held again: somebody was first, it is still held, or it did not run out."""
    if hold.again and hold.again_by:
        return says(say(locale, "hold-was-held-again", by=mention(hold.again_by), again=f"H-{hold.again}"))
    if hold.is_live(now):
        return says(say(locale, "hold-is-live", hold=hold.name, time=slack_time(hold.until)))
    return says(over(locale, hold))


def _said(locale: str, hold: Hold, key: str) -> str:
    numbers = counted(locale, hold.size, hold.wanted.kind)
    place = where(locale, hold.wanted.place)
    return say(locale, key, numbers=numbers, place=place, hold=hold.name, time=slack_time(hold.until))


def may_not_release(locale: str, refusal: Refusal, hold: Hold, workspace: Workspace) -> Reply:
    """Say who may release what somebody holds."""
    if refusal is not HoldRefusal.NOT_THE_HOLDER:
        return refused(locale, refusal)
    holder, who = mention(hold.held_by), who_in_words(locale, workspace.roles.release)
    return Reply(text=say(locale, "refused-release", holder=holder, hold=hold.name, who=who), refusal=refusal.value)


def over(locale: str, hold: Hold) -> str:
    """Say how a hold that is not live came to its end."""
    by = mention(hold.closed_by or hold.held_by)
    time = slack_time(hold.closed_at or hold.until)
    if hold.outcome is Outcome.RELEASED and hold.closed_by is None:
        return say(locale, "hold-was-gone", hold=hold.name, time=time)
    match hold.outcome:
        case Outcome.ACQUIRED:
            return say(locale, "hold-was-acquired", hold=hold.name, by=by, count=hold.acquired, time=time)
        case Outcome.RELEASED:
            return say(locale, "hold-was-released", hold=hold.name, by=by, time=time)
        case _:
            return say(locale, "hold-ran-out", hold=hold.name, time=time, source=source(of_carriers=hold.at_carriers))
