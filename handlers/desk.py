"""What a member asks for goes to the one who does it, once it is known that they may ask."""

from slack_sdk.models.blocks import Option

from handlers import acquire, help, parse, payloads, quota, release, reserve, rules, search, settings, show  # noqa: A004
from handlers.member import Click
from handlers.reply import Reply
from handlers.requests import Help, Quota, Release, Reserve, Search, Settings, Show
from handlers.tools import Tools
from handlers.views import acquire as acquiring
from handlers.views import answers, card
from handlers.views import search as searching


def type_command(tools: Tools, click: Click, text: str) -> Reply:
    """A command was typed, or a button pressed that runs one."""
    if refusal := rules.enter(click.member):
        return answers.refused(click.member.locale, refusal)
    match parse.command(text, tools.places):
        case Help() as ask:
            return help.help(tools, click, ask)
        case Search() as ask:
            return search.search(tools, click, ask)
        case Reserve() as ask:
            return reserve.reserve(tools, click, ask)
        case Show(hold=hold):
            return show.show(tools, click, hold)
        case Release(hold=hold):
            return release.release(tools, click, hold)
        case Quota():
            return quota.quota(tools, click)
        case Settings():
            return settings.show(tools, click)


def press(tools: Tools, click: Click, action: str, value: payloads.Carried) -> Reply:
    """A button was pressed."""
    if refusal := rules.enter(click.member):
        return answers.refused(click.member.locale, refusal)
    match action.partition(":")[0]:
        case searching.RESERVE_THESE:
            return reserve.reserve(tools, click, payloads.reserve_these(value, tools.places))
        case card.SHOW:
            return show.show_numbers(tools, click, payloads.hold(value))
        case card.ACQUIRE:
            return acquire.choose(tools, click, payloads.hold(value))
        case card.RELEASE:
            return release.release(tools, click, payloads.hold(value))
        case card.AGAIN:
            return reserve.hold_again(tools, click, payloads.hold(value))
        case _:
            return type_command(tools, click, payloads.typed(value))


def submit(tools: Tools, click: Click, callback: str, metadata: str, fields: payloads.Fields) -> Reply:
    """A modal was sent."""
    if refusal := rules.enter(click.member):
        return answers.refused(click.member.locale, refusal)
    if callback == acquiring.CALLBACK:
        return acquire.acquire(tools, click, payloads.acquire(payloads.carried(metadata), fields))
    return settings.save(tools, click, payloads.settings(click.member.workspace, fields))


def find_numbers(tools: Tools, click: Click, metadata: str, said: str) -> list[Option]:
    """Digits were typed into the list that finds numbers of a hold: its options."""
    if rules.enter(click.member):
        return []
    digits = "".join(filter(str.isdigit, said))
    found = acquire.find(tools, click, payloads.hold(payloads.carried(metadata)), digits)
    return [acquiring.option(e164) for e164 in found]
