"""Wanted: numbers that cannot be had now are asked for; admins see to it, and who asked is told when they are there."""

from pathlib import Path

from handlers.kit.feature import Feature
from handlers.kit.topics import Group, Topic
from handlers.wanted import ask, decide, listing, outbox, requests, watch
from handlers.wanted.entries import ENTRIES
from handlers.wanted.owing import WantedOutbox
from handlers.wanted.requests import AskFor, ListWanted
from handlers.wanted.rules import WantedRefusal
from handlers.wanted.subject import WantedSubject
from handlers.wanted.views import card
from handlers.wanted.views import decline as declining

__all__ = ["WANTED"]

WANTED = Feature(
    name="wanted",
    words=Path(__file__).parent,
    commands={"request": requests.read_request, "requests": requests.read_requests},
    runs={AskFor: ask.ask_for, ListWanted: listing.show},
    actions={
        card.TAKE: decide.take,
        card.DECLINE: decide.ask_why,
        card.WITHDRAW: decide.withdraw,
        card.RESERVE: decide.reserve,
    },
    submissions={declining.CALLBACK: decide.decline},
    messages={WantedOutbox.NEWS: outbox.put_news},
    subjects=(WantedSubject(),),
    entries=ENTRIES,
    timers=watch.TIMERS,
    help=(Topic(word="request", group=Group.FIND, full="help-request", also=("requests",), takes_place=True),),
    by_slacks_word=frozenset({WantedRefusal.ADMINS_ONLY}),
)
