"""The door: who may come in, and which feature does what they ask for."""

from datetime import date
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import Option

from handlers.approvals import APPROVALS
from handlers.batches import BATCHES
from handlers.carriers import CARRIERS
from handlers.help import HELP
from handlers.holds import HOLDS
from handlers.home import HOME
from handlers.inventory import INVENTORY
from handlers.kit import access, cards, orphans, outages
from handlers.kit.access import Admission
from handlers.kit.cards import CardOutbox
from handlers.kit.corrections import readable
from handlers.kit.feature import Feature, Features, join
from handlers.kit.fields import Carried, Fields, command, unpacked
from handlers.kit.member import Click
from handlers.kit.on_card import is_on_card
from handlers.kit.one_number import AboutNumber, noted
from handlers.kit.outages import OutageOutbox
from handlers.kit.remarks import Remarked, remarked
from handlers.kit.reply import Reply
from handlers.kit.tools import Tools
from handlers.kit.words import BadInput, Words
from handlers.ports import PORTS
from handlers.quota import QUOTA
from handlers.record import RECORD
from handlers.search import SEARCH
from handlers.settings import SETTINGS, greet
from handlers.stock import STOCK
from handlers.wanted import WANTED
from store.places import Places

CARDS = Feature(
    name="cards",
    messages={
        CardOutbox.CARD: cards.put_card,
        CardOutbox.LINE: cards.put_line,
        CardOutbox.LOST_CHANNEL: cards.put_lost_channel,
        CardOutbox.MOVED: cards.put_moved,
        CardOutbox.UNSAID: cards.put_unsaid,
        OutageOutbox.OVER: outages.put_over,
    },
)
ALL = (
    CARDS,
    SEARCH,
    HOLDS,
    APPROVALS,
    INVENTORY,
    BATCHES,
    PORTS,
    STOCK,
    WANTED,
    CARRIERS,
    QUOTA,
    RECORD,
    SETTINGS,
    HOME,
    HELP,
)
FEATURES = join(ALL)
RUN = "run"


def read_command(
    text: str, places: Places, country: str = "US", features: Features = FEATURES, today: date | None = None
) -> object:
    """Read what follows the slash command into a request. Raises BadInput.

    `country` is where numbers are that do not say their country's code; `today` is the day where the member is, None:
    that of UTC.
    """

    def request_of(said: str) -> object:
        for read_bare in features.bare:
            if request := read_bare(said, country):
                return request
        words = Words(said, features.vocabulary, country, today)
        request = features.commands[words.verb](words, places)
        words.expect_no_more()
        return request

    try:
        return request_of(text)
    except BadInput as bad:
        bad.corrected = readable(bad.corrected, request_of)
        raise


def type_command(tools: Tools, click: Click, text: str) -> Reply:
    """A command was typed. Raises BadInput, BadField, SlackSilent."""
    entry = access.enter(tools, click)
    if entry.refused:
        return entry.refused
    if first_steps := greet(tools, entry.click, entry.workspace):
        return first_steps
    return _carry_out(tools, entry, text)


def press(tools: Tools, click: Click, action: str, value: Carried, fields: Fields) -> Reply:
    """A button was pressed; `fields` is what stands typed in the modal that it is in, if it is in one.

    Raises BadInput, BadField, SlackSilent.
    """
    entry = access.enter(tools, click, value)
    if entry.refused:
        return entry.refused
    verb = action.partition(":")[0]
    if verb == RUN:
        return _carry_out(tools, entry, command(value))
    work = tools.features.actions.get(verb)
    if work is None:
        raise BadInput("unknown-button")
    if verb not in tools.features.anywhere and entry.not_here:
        return entry.not_here
    if entry.about and is_on_card(value):
        orphans.look_at(tools, entry.click, entry.about)
    return work(tools, entry.click, value, fields)


def use_shortcut(tools: Tools, click: Click, callback: str, text: str) -> Reply:
    """A shortcut was used, on a message that says `text` or on none. Raises BadInput, SlackSilent."""
    entry = access.enter(tools, click)
    if entry.refused:
        return entry.refused
    shortcut = tools.features.shortcuts.get(callback)
    if shortcut is None:
        raise BadInput("unknown-button")
    if shortcut.on_message and entry.not_here:
        return entry.not_here
    return shortcut.use(tools, entry.click, text)


def submit(tools: Tools, click: Click, callback: str, metadata: str, fields: Fields) -> Reply:
    """A modal was sent. Raises BadInput, BadField, SlackSilent."""
    carried = unpacked(metadata)
    entry = access.enter(tools, click, carried)
    if entry.refused:
        return entry.refused
    work = tools.features.submissions.get(callback)
    if work is None:
        raise BadInput("unknown-form")
    if callback not in tools.features.anywhere and entry.not_here:
        return entry.not_here
    return work(tools, entry.click, carried, fields)


def find(tools: Tools, click: Click, action: str, metadata: str, said: str) -> list[Option]:
    """Something was typed into a list that finds as one types: its options. Raises BadInput, SlackSilent."""
    carried = unpacked(metadata)
    entry = access.enter(tools, click, carried)
    work = tools.features.options.get(action)
    if entry.refused or entry.not_here or work is None:
        return []
    return work(tools, entry.click, carried, said)


def _carry_out(tools: Tools, entry: Admission, text: str) -> Reply:
    features = tools.features
    today = tools.now().astimezone(ZoneInfo(entry.click.member.zone)).date()
    places = tools.places_of(entry.workspace.id)
    request = read_command(text, places, entry.workspace.country, features, today)
    work = features.runs.get(type(request))
    if work is None:
        raise BadInput("unknown-request", "help")
    if type(request) not in features.anywhere and entry.not_here:
        return entry.not_here
    reply = work(tools, entry.click, request)
    locale = entry.click.member.locale
    if isinstance(request, AboutNumber):
        return noted(locale, reply, request.reading)
    return remarked(locale, reply, request.remarks) if isinstance(request, Remarked) else reply
