"""Holds: numbers taken out of the pool while somebody chooses; they end by the clock."""

from pathlib import Path

from handlers.holds import acquire, expiry, outbox, payloads, release, requests, reserve, show
from handlers.holds.entries import ENTRIES
from handlers.holds.offers import offered_elsewhere, unoffered
from handlers.holds.owing import HoldOutbox
from handlers.holds.requests import ReleaseHold, Reserve, ShowHold
from handlers.holds.requests import as_typed as reserve_as_typed
from handlers.holds.reserve import reserve as reserve_numbers
from handlers.holds.rules import HoldRefusal
from handlers.holds.subject import APPROVAL, HoldSubject
from handlers.holds.views import card, choose
from handlers.holds.views.words import PURPOSES
from handlers.kit.feature import Feature
from handlers.kit.settings import Section
from handlers.kit.topics import Group, Topic
from store.workspaces.columns import HOLD_MINUTES, MAY_RELEASE, MAY_RESERVE

__all__ = [
    "HOLDS",
    "PURPOSES",
    "HoldRefusal",
    "Reserve",
    "offered_elsewhere",
    "reserve_as_typed",
    "reserve_numbers",
    "unoffered",
]

HOLDS = Feature(
    name="holds",
    words=Path(__file__).parent,
    commands={"reserve": requests.read_reserve, "show": requests.read_show, "release": requests.read_release},
    runs={
        Reserve: reserve.reserve,
        ShowHold: lambda tools, click, ask: show.show(tools, click, ask.hold),
        ReleaseHold: lambda tools, click, ask: release.release(tools, click, ask.hold),
    },
    actions={
        card.SHOW: lambda tools, click, value, _fields: show.show_numbers(tools, click, payloads.hold(value)),
        card.ACQUIRE: lambda tools, click, value, _fields: acquire.choose(tools, click, payloads.hold(value)),
        card.RELEASE: lambda tools, click, value, _fields: release.release(tools, click, payloads.hold(value)),
        card.AGAIN: lambda tools, click, value, _fields: reserve.hold_again(tools, click, payloads.hold(value)),
    },
    submissions={
        choose.CALLBACK: lambda tools, click, value, fields: acquire.acquire(
            tools, click, payloads.acquire(value, fields)
        ),
    },
    options={choose.FIND_ACTION: acquire.find},
    messages={HoldOutbox.WARNING: outbox.put_warning, HoldOutbox.ENDED: outbox.put_ended},
    subjects=(HoldSubject(),),
    approvables={HoldSubject.key: APPROVAL},
    entries=ENTRIES,
    timers=expiry.TIMERS,
    settings=(HOLD_MINUTES, MAY_RESERVE, MAY_RELEASE),
    sections=(Section(name="holds", title="settings-section-holds", typed="settings-typed-holds", order=30),),
    help=(
        Topic(
            word="reserve",
            group=Group.HOLD,
            short="help-short-reserve",
            full="help-reserve",
            also=("acquire",),
            takes_place=True,
        ),
        Topic(word="show", group=Group.HOLD, short="help-short-show", full="help-show"),
        Topic(word="release", group=Group.HOLD, short="help-short-release", full="help-release"),
    ),
    by_slacks_word=frozenset({HoldRefusal.NOT_THE_HOLDER}),
)
