"""What the one who asks for numbers is told, and the list of what is asked for."""

from collections.abc import Sequence

from handlers.holds import Reserve, reserve_as_typed
from handlers.kit.blocks import actions, context, counted, runs, section, where
from handlers.kit.cards import press
from handlers.kit.criteria import how
from handlers.kit.member import Click
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.kit.words import COMMAND
from handlers.wanted.requests import AskFor, ListWanted
from handlers.wanted.rules import WantedRefusal
from handlers.wanted.views.card import WITHDRAW, stage, summary, what
from store.wanted.types import WantedNumbers


def asked(locale: str, request: WantedNumbers, there: int) -> Reply:
    """Tell who asked that it is written down; `there`: so many of them can be had now."""
    numbers, place = what(locale, request)
    said = say(locale, "wanted-asked", name=request.name, numbers=numbers, place=place, channel=f"<#{request.channel}>")
    some = [say(locale, "wanted-some", count=there)] if there else []
    return says(" ".join([said, *some]))


def can_be_had(locale: str, ask: AskFor, nonce: str) -> Reply:
    """Tell who asks that there are so many now, with a button that reserves them."""
    said = say(
        locale,
        "wanted-can-be-had",
        numbers=counted(locale, ask.quantity, ask.wanted.kind),
        place=where(locale, ask.wanted.place) + how(ask.wanted),
    )
    command = reserve_as_typed(Reserve(wanted=ask.wanted, quantity=ask.quantity))
    button = [runs(say(locale, "button-wanted-reserve"), command, nonce)] if ask.wanted.place else []
    return says(said, section(said), *([actions(*button)] if button else []))


def asked_already(locale: str, earlier: WantedNumbers) -> Reply:
    """Tell who asks for the same again of the first."""
    numbers, place = what(locale, earlier)
    return says(say(locale, "wanted-asked-already", name=earlier.name, numbers=numbers, place=place))


def withdrawn(locale: str, request: WantedNumbers) -> Reply:
    """Tell who asked that it is withdrawn."""
    return says(say(locale, "wanted-is-withdrawn", name=request.name))


def over(locale: str, request: WantedNumbers) -> Reply:
    """Tell somebody who comes too late what came of it."""
    return Reply(text=f"{request.name}: {stage(locale, request)}", refusal=WantedRefusal.OVER.value)


def cannot_post(locale: str) -> Reply:
    """Tell who asks that nothing is written down, for its card could stand nowhere."""
    return says(say(locale, "wanted-cannot-post", command=COMMAND))


def listing(click: Click, requests: Sequence[WantedNumbers], total: int, further: ListWanted | None) -> Reply:
    """A page of requests, with a button that withdraws the reader's own."""
    locale = click.member.locale
    if not requests:
        return says(say(locale, "wanted-none", command=COMMAND))
    blocks = []
    for request in requests:
        blocks.append(section(f"{summary(locale, request)}\n{stage(locale, request)}"))
        if request.asked_by == click.member.user:
            action = f"{WITHDRAW}:{request.id}"
            blocks.append(actions(press(locale, request, "button-wanted-withdraw", action)))
    if further:
        command = f"requests page:{further.page}"
        blocks.append(actions(runs(say(locale, "button-next-page"), command, click.key, turn=True)))
    text = "\n".join(summary(locale, request) for request in requests)
    return says(text.replace("*", ""), *blocks, context(say(locale, "wanted-count", count=total)))
