"""How the numbers of a hold stand at their carriers, on its card; and what is told under it."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from slack_sdk.models.blocks import Block

from handlers.carriers.calls import costs
from handlers.carriers.entries import CarrierAction, told
from handlers.carriers.holding import MARGIN, is_kept
from handlers.carriers.meanings import is_taken, what_to_try, why
from handlers.kit.blocks import few, mention, section
from handlers.kit.messages import moment, plain, say, slack_time
from handlers.kit.prices import monthly, total
from handlers.kit.reply import Message
from store.audit.types import Deed
from store.carriers import lines as stored
from store.carriers.states import ORDERED, RESERVED
from store.carriers.types import Line, State
from store.holds.types import Hold
from store.session import Db
from store.types import E164

_LONGEST = 2_900  # characters of a section
_NAMED = 5  # numbers in a line
_PART = 300  # characters of a carrier's words

_WAYS = {
    State.TO_HOLD: "carrier-to-hold",
    State.HELD: "carrier-holds",
    State.GONE: "carrier-gone",
    State.DROPPING: "carrier-dropping",
    State.ENDED: "carrier-ended",
    State.TO_ORDER: "carrier-asked",
    State.ASKED: "carrier-asked-silent",
    State.WAITING: "carrier-waiting",
    State.PAPERS: "carrier-papers",
    State.OURS: "carrier-ours",
    State.FAILED: "carrier-failed",
    State.CANCELLED: "carrier-cancelled",
    State.GIVING_UP: "carrier-giving-up",
    State.NOT_GIVEN_UP: "carrier-not-given-up",
    State.GIVEN_UP: "carrier-given-up",
}
_UNSAID = (State.ENDED,)


def standing(locale: str, lines: Sequence[Line], now: datetime) -> list[Block]:
    """How each number stands at its carrier: those that stand alike in a line."""
    said = list(_ways(locale, lines, now))
    return [section("\n".join(said)[:_LONGEST])] if said else []


def not_given_up(locale: str, lines: Sequence[Line]) -> str:
    """The numbers that a carrier will not have back, why, and what to try; "" where there are none."""
    refused = [line for line in lines if line.state is State.NOT_GIVEN_UP]
    return "\n".join(_ways(locale, refused, refused[0].changed_at)) if refused else ""


def leaving(locale: str, line: Line) -> str:
    """How a number stands that its carrier is to have back, and bills until then."""
    return "\n".join(_ways(locale, [line], line.changed_at))


def prices(locale: str, lines: Sequence[Line]) -> str:
    """What the numbers that are held or ordered cost together; "" where there are none."""
    these = [line for line in lines if line.state in (*RESERVED, *ORDERED, State.OURS)]
    return say(locale, "carrier-costs", costs=total(locale, map(costs, these))) if these else ""


def costs_of(db: Db, locale: str, hold: Hold, chosen: Collection[E164]) -> str:
    """What some numbers of a hold cost together, as far as they are at carriers."""
    if not hold.at_carriers:
        return ""
    return prices(locale, [line for line in stored.of_hold(db, hold) if line.e164 in chosen])


def monthly_of(db: Db, locale: str, hold: Hold) -> dict[E164, str]:
    """What each number of a hold that is at a carrier costs a month, as far as that is known."""
    if not hold.at_carriers:
        return {}
    said = {line.e164: monthly(locale, costs(line)) for line in stored.of_hold(db, hold)}
    return {e164: words for e164, words in said.items() if words}


def at_most(locale: str, lines: Sequence[Line]) -> list[str]:
    """Until when carriers hold at most, where approval may take longer; and until when they are kept holding on."""
    held = [line for line in lines if line.state is State.HELD]
    kept_up = [(line.wanted_until, line) for line in held if line.wanted_until and line.extend_at]
    capped = [(line.at_most - MARGIN, line) for line in held if line.at_most]
    ends = (("carrier-kept-up", kept_up), ("carrier-at-most", capped))
    firsts = ((key, *min(of, key=itemgetter(0))) for key, of in ends if of)
    return [say(locale, key, carrier=plain(first.title), time=slack_time(end)) for key, end, first in firsts]


def line(locale: str, hold: Hold, deed: Deed) -> Message | None:
    """An entry of the record about what a carrier answered, in one line; None where it is not told."""
    match deed.action:
        case CarrierAction.GONE:
            key = "line-carrier-gone" if is_taken(deed.after.get("code", "")) else "line-carrier-not-held"
        case CarrierAction.EXTENDED:
            key = "line-carrier-extended"
        case CarrierAction.NOT_EXTENDED:
            key = "line-carrier-not-extended"
        case CarrierAction.ARRIVED:
            key = "line-carrier-arrived"
        case CarrierAction.PAPERS:
            key = "line-carrier-papers"
        case CarrierAction.FAILED:
            key = "line-carrier-failed"
        case _:
            return None
    asker = mention(hold.closed_by or hold.held_by)
    if "until" in deed.after:
        time = slack_time(datetime.fromisoformat(deed.after["until"]))
        return Message(text=say(locale, key, carrier=plain(deed.after["carrier"]), time=time))
    return Message(text=say(locale, key, asker=asker, hold=hold.name, **told(locale, deed)))


def _way(line: Line) -> str:
    """The key of what is said of a number at a carrier."""
    if line.state is State.GONE and not is_taken(line.code):
        return "carrier-not-held"
    return "carrier-papers-until" if line.papers_until else _WAYS[line.state]


def _ways(locale: str, lines: Sequence[Line], now: datetime) -> Iterator[str]:
    order = list(_WAYS)

    def alike(line: Line) -> tuple[str | int, ...]:
        until = moment(line.until) if line.state is State.DROPPING and line.until else ""
        wanted = moment(line.papers_until) if line.papers_until else ""
        order_of_papers = str(line.reference) if line.state is State.PAPERS else ""
        state = order.index(line.state)
        return line.title, state, until, line.code, line.detail, line.papers, wanted, order_of_papers

    for _, some in groupby(sorted(lines, key=alike), key=alike):
        its = list(some)
        first = its[0]
        if first.state in _UNSAID or (first.state is State.DROPPING and not is_kept(first, now)):
            continue
        yield say(
            locale,
            _way(first),
            carrier=plain(first.title),
            numbers=few(locale, [line.e164 for line in its], _NAMED),
            count=len(its),
            time=slack_time(first.until) if first.until else "",
            papers=plain(first.papers.replace("\n", ", ")[:_PART]),
            reference=str(first.reference or ""),
            deadline=moment(first.papers_until) if first.papers_until else "",
            detail=why(locale, first.code, first.detail),
            code=plain(first.code[:_PART]),
            tries=what_to_try(locale, first.code),
        )
