"""Ten thousand holds end in the same second: their numbers at that instant, their cards, and commands meanwhile."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice
from statistics import median

from sqlalchemy import update

from bot.build import Desk, build, web_client
from bot.clock import real_now
from bot.settings import Settings
from store import holds
from store.holds.table import HoldRow
from store.holds.types import Hold, HoldId
from store.numbers.search import choose, count
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.session import Db, connect
from store.types import ChannelId, Criteria, Kind, UserId, WorkspaceId
from tests.bench.measure import Measure
from tests.bench.scene import ASKED, POOL, Scene, cities
from tests.bench.slack import ADMIN, CHANNELS, TEAM, command, dispatched, local_slack

LASTED = timedelta(minutes=10)
PAUSE = 0.25  # seconds between two commands: the quota must do for all of them
A_MOMENT = timedelta(microseconds=1)
ANYWHERE = Criteria(place=None, kind=Kind.TOLL)


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What was seen of the holds' end."""

    came_back: int  # numbers, at that very instant
    cards: int
    seconds: float  # from the start of announcing to the last of these cards
    too_many: int  # calls that Slack refused for their number
    idle: float  # milliseconds of a command, the median
    meanwhile: float


def measures(scene: Scene) -> Iterator[Measure]:
    count = scene.much(10_000, 500)
    held = _all_held(scene, count)
    hurried, paced = (_watch(scene, held, limits=limits) for limits in (False, True))
    for ending, how in ((hurried, "limits off"), (paced, "limits on")):
        yield Measure(
            name=f"expiry, numbers to be had at that instant, {how}",
            engine=scene.engine,
            unit="numbers",
            ours=ending.came_back,
            reference=count * ASKED,
            ratio_bound=("least", 1),
        )
        yield Measure(
            name=f"expiry, a command's p50 meanwhile, {how}",
            engine=scene.engine,
            unit="ms",
            ours=ending.meanwhile,
            reference=ending.idle,
            ratio_bound=("most", 2),
        )
    yield Measure(
        name="expiry, cards drawn, limits off",
        engine=scene.engine,
        unit="cards per second",
        ours=hurried.cards / hurried.seconds,
        beside={"cards": hurried.cards, "seconds": hurried.seconds},
    )
    yield Measure(
        name="expiry, refused with 429, limits on",
        engine=scene.engine,
        unit="calls",
        ours=paced.too_many,
        ours_bound=("most", 0),
        beside={"cards": paced.cards, "seconds": paced.seconds},
    )


def _all_held(scene: Scene, count: int) -> str:
    """The URL of a database with so many holds."""
    url = scene.new_database()
    database, now = connect(url), real_now()
    with database.begin() as db:
        for id_, city in enumerate(islice(cycle(cities()), count), start=1):
            wanted = Criteria(place=city, kind=Kind.TOLL)
            hold = Hold(
                workspace=WorkspaceId(TEAM),
                id=HoldId(id_),
                held_by=UserId(ADMIN),
                channel=ChannelId(CHANNELS[id_ % len(CHANNELS)]),
                wanted=wanted,
                size=ASKED,
                held_at=now,
                until=now + LASTED,
            )
            taken = choose(db, hold.workspace, wanted, ASKED, now)  # no quota allows so many holds
            held = {"status": Status.HELD, "available_at": hold.until, "workspace": hold.workspace, "hold": hold.id}
            db.execute(update(NumberRow).where(NumberRow.e164.in_(taken)).values(held))
            holds.write(db, hold, taken, warn_at=None)
    database.close()
    return url


def _watch(scene: Scene, held: str, *, limits: bool) -> Ending:
    url = scene.databases.copy(scene.engine, held)
    with local_slack(rate_limits=limits) as slack:
        desk = build(slack.settings(url, pace=limits))
        at = real_now()
        with desk.database.begin() as db:
            _let_end(db, at, _cards(slack.settings(url, pace=limits)))
        came_back = _came_back(desk, at)
        idle = _commands(desk, seconds=scene.much(12, 5))  # nothing announces the end as long as nothing is started
        began = time.time()
        desk.scheduler.start()
        meanwhile = _commands(desk, seconds=scene.much(60, 10))
        calls = slack.calls()
        desk.stop()
        drawn = [call["at"] - began for call in calls if call["method"] == "chat.update"]
        return Ending(
            came_back=came_back,
            cards=len(drawn),
            seconds=max(drawn),
            too_many=sum(call["status"] == 429 for call in calls),
            idle=median(idle),
            meanwhile=median(meanwhile),
        )


def _cards(settings: Settings) -> dict[str, str]:
    """One message in each channel, which is the card of all its holds: Slack's work is the same."""
    client = web_client(settings, 10)
    return {channel: client.chat_postMessage(channel=channel, text="Card")["ts"] for channel in CHANNELS}


def _let_end(db: Db, at: datetime, cards: dict[str, str]) -> None:
    db.execute(update(NumberRow).where(NumberRow.available_at > real_now()).values(available_at=at))
    for channel, ts in cards.items():
        db.execute(update(HoldRow).where(HoldRow.channel == channel).values(until=at, card_ts=ts))


def _commands(desk: Desk, *, seconds: float) -> list[float]:
    """How many milliseconds each command took that was typed in this time."""
    took, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        took.append(dispatched(desk.app, command()))
        time.sleep(PAUSE)
    return took


def _came_back(desk: Desk, at: datetime) -> int:
    """How many more can be had at that instant than just before, while nobody has announced anything."""
    with desk.database.reading() as db:
        return _to_be_had(db, at) - _to_be_had(db, at - A_MOMENT)


def _to_be_had(db: Db, at: datetime) -> int:
    return count(db, WorkspaceId(TEAM), ANYWHERE, at, most=POOL).number
