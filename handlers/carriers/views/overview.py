"""How it stands with each carrier."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import Block

from handlers.carriers.together import Trouble
from handlers.carriers.views.standing import not_given_up
from handlers.kit.blocks import actions, button, runs, section
from handlers.kit.carriers import Balance, CarrierRules
from handlers.kit.messages import say, slack_time
from handlers.kit.prices import money
from handlers.kit.reply import Reply, says
from store.carriers.comparisons import Difference, Side, Standing
from store.carriers.types import Line

COMPARE = "carrier_compare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is known of a carrier, by asking it just now and from before. `is_asked`: the settings have it searched."""

    rules: CarrierRules
    is_asked: bool
    balance: Balance | None
    trouble: Trouble | None
    standing: Standing
    differences: Sequence[Difference]
    refused: Sequence[Line] = ()  # numbers that it will not have back


def overview(locale: str, carriers: Sequence[Shown], nonce: str) -> Reply:
    """A paragraph for each carrier, with a button that compares."""
    if not carriers:
        return says(say(locale, "carriers-none"))
    blocks: list[Block] = []
    for each in carriers:
        value = {"carrier": each.rules.name, "nonce": nonce}
        compare = button(say(locale, "button-compare"), f"{COMPARE}:{each.rules.name}", value)
        compare.accessibility_label = say(locale, "button-compare-with", carrier=each.rules.title)
        blocks += [section("\n".join(_lines(locale, each))), actions(compare)]
    if any(each.trouble for each in carriers):
        blocks.append(actions(runs(say(locale, "button-look-again"), "carriers", nonce, turn=True)))
    said = "\n".join(line.replace("*", "") for each in carriers for line in _lines(locale, each))
    return says(said, *blocks)


def later(locale: str, title: str, trouble: Trouble) -> Reply:
    """Tell that a carrier will be compared as soon as it answers."""
    return says(f"{say(locale, trouble, carrier=title)} {say(locale, 'carrier-compared-later')}")


def _lines(locale: str, each: Shown) -> Iterator[str]:
    title = f"*{each.rules.title}*"
    yield say(locale, each.trouble, carrier=title) if each.trouble else say(locale, "carrier-answers", carrier=title)
    if not each.is_asked:
        yield say(locale, "carrier-not-asked")
    if balance := each.balance:
        yield say(locale, "carrier-balance", amount=money(locale, balance.amount, balance.currency))
    if at := each.standing.answered_at:
        yield say(locale, "carrier-answered", time=slack_time(at))
    yield say(locale, "carrier-under-way", count=each.standing.under_way)
    if refused := not_given_up(locale, each.refused):
        yield f":warning: {refused}"
    if at := each.standing.compared_at:
        theirs = sum(difference.side is Side.THEIRS for difference in each.differences)
        ours = len(each.differences) - theirs
        yield say(locale, "carrier-compared", time=slack_time(at), theirs=theirs, ours=ours)
