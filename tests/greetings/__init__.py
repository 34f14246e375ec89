"""Greetings: members greet somebody in the channel; a room of the tests' own, which shows all that a room can bring."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import literal, select

from handlers.kit.blocks import actions, asked, button, form, mention, section, text_input
from handlers.kit.entries import EntryWords, Values
from handlers.kit.feature import Feature
from handlers.kit.fields import Carried, Fields, needed, typed
from handlers.kit.member import Click
from handlers.kit.messages import plain, say
from handlers.kit.outgoing import Post
from handlers.kit.reply import Message, Reply, opens, says
from handlers.kit.settings import Section
from handlers.kit.timer import Timer
from handlers.kit.tools import Tools
from handlers.kit.topics import Group, Topic
from handlers.kit.transaction import MemberTransaction, Transaction, transact, transact_by_clock
from handlers.kit.words import BadField, Words
from store import workspaces
from store.audit.types import Deed
from store.base import Utc
from store.due import NextDue
from store.outbox.types import ClaimedItem, OutboxItem
from store.places import Places
from store.types import UserId
from store.workspaces.kinds import WholeNumber
from store.workspaces.settings import Setting
from tests.desk import HOME, START

GREET, FORM, WORDS = "greet", "greeting", "words"


TIMES = Setting(
    name="greeting_times",
    section="greetings",
    kind=WholeNumber(least=1, most=5),
    default=1,
    label="greeting-times",
)


class GreetingAction(StrEnum):
    """What was done, as the record names it."""

    GREETED = "greeted"


class GreetingOutbox(StrEnum):
    """What can be owed."""

    GREETING = "greeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Greet:
    """Somebody is to be greeted."""

    name: str


def read_greet(words: Words, _places: Places) -> Greet:
    """Read `greet NAME`."""
    return Greet(name=words.take())


def offer(_tools: Tools, click: Click, ask: Greet) -> Reply:
    """Answer with a button that opens the modal."""
    said = say(click.member.locale, "greeting-intro", name=plain(ask.name))
    label = say(click.member.locale, "button-greet")
    return says(said, section(said), actions(button(label, GREET, {"name": ask.name, "nonce": click.key})))


def ask_words(_tools: Tools, click: Click, value: Carried, _fields: Fields) -> Reply:
    """Open the modal that asks for the words."""
    locale = click.member.locale
    words = asked(locale, WORDS, "greeting-words", text_input(WORDS, "", 100), optional=True)
    carried = {"name": needed(value, "name")}
    return opens(form(locale, FORM, "greeting-title", "button-greet", carried=carried, blocks=[words]))


def greet(tools: Tools, click: Click, value: Carried, fields: Fields) -> Reply:
    """Owe the channel the greeting. Raises BadField where there are no words."""
    name, said = needed(value, "name"), typed(fields, WORDS)
    if not said:
        raise BadField(WORDS, "greeting-none")

    def work(tx: MemberTransaction) -> Reply:
        entry = tx.record(GreetingAction.GREETED, "greetings", before={}, after={"name": name})
        detail = {"by": tx.member.user, "name": name, "said": said}
        tx.owe(
            OutboxItem(
                workspace=tx.workspace.id,
                kind=GreetingOutbox.GREETING,
                subject=f"greeting {entry}",
                channel=click.channel,
                detail=detail,
            )
        )
        return says(say(click.member.locale, "greeting-on-its-way", name=plain(name)))

    return transact(tools, click, work)


def put_greeting(tools: Tools, claimed: ClaimedItem) -> Post:
    """The greeting in the workspace's language."""
    owing = claimed.owing
    with tools.reading() as db:
        workspace = workspaces.find(db, owing.workspace)
    by, name, said = (str(owing.detail[key]) for key in ("by", "name", "said"))
    words = " ".join([plain(said)] * TIMES.of(workspace))
    text = say(workspace.locale, "greeting-told", by=mention(UserId(by)), name=plain(name), said=words)
    return Post(message=Message(text=text), channel=owing.channel)


def _named(_locale: str, deed: Deed) -> Values:
    return {"name": plain(deed.after["name"])}


def next_due() -> NextDue:
    """When the day's greeting is due."""
    return select(literal(START, Utc()))


def ring(tools: Tools) -> int:
    """Greet everybody for the day. Says how many workspaces were."""

    def work(tx: Transaction) -> int:
        tx.record(GreetingAction.GREETED, "greetings", before={}, after={"name": "everybody"})
        return 1

    return transact_by_clock(tools, HOME, work)


GREETINGS = Feature(
    name="greetings",
    words=Path(__file__).parent,
    commands={"greet": read_greet},
    runs={Greet: offer},
    actions={GREET: ask_words},
    submissions={FORM: greet},
    messages={GreetingOutbox.GREETING: put_greeting},
    entries={GreetingAction.GREETED: EntryWords(key="log-greeted", values=_named)},
    settings=(TIMES,),
    sections=(Section(name="greetings", title="greeting-section", typed="greeting-typed", order=90),),
    help=(Topic(word="greet", group=Group.HOLD, short="help-short-greet", full="help-greet"),),
    timers=(Timer(name="greetings", next_due=next_due, ring=ring),),
)
