"""Holds of five per second through the handler, alone and among eight threads, in one workspace and in eight."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, product

from bot.clock import real_now
from handlers.desk import FEATURES
from handlers.holds.requests import Reserve
from handlers.holds.reserve import reserve
from handlers.kit.carriers import NoCarriers
from handlers.kit.member import Click, Member, Standing
from handlers.kit.tools import Tools
from store.session import Database, connect
from store.types import ChannelId, UserId
from store.vault import Vault
from tests.bench.by_hand import AUDIT_KEY, Ask, ByHand
from tests.bench.measure import Measure
from tests.bench.scene import ASKED, SEATTLE, SENDERS, LeapingClock, Scene, workspace
from tests.desk import SlacksWord

ROUNDS = 5
LEAST_RATIO = {"sqlite": 0.7, "postgresql": 0.8}
LEAST_RATE = {"sqlite": 200.0}

CHANNEL = ChannelId("C1")

Hold = Callable[[int], object]  # once, for the workspace of this number


def measures(scene: Scene) -> Iterator[Measure]:
    for threads, workspaces in product((1, SENDERS), (1, SENDERS)):
        ours, reference = _rates(scene, threads, workspaces)
        rate = LEAST_RATE.get(scene.engine)
        yield Measure(
            name=f"reserve, threads {threads}, workspaces {workspaces}",
            engine=scene.engine,
            unit="holds of five per second",
            ours=ours,
            reference=reference,
            ratio_bound=("least", LEAST_RATIO[scene.engine]),
            ours_bound=("least", rate) if rate else None,
        )


def _rates(scene: Scene, threads: int, workspaces: int) -> tuple[float, float]:
    """Ours and by hand, in turn, each on its own new database."""
    each = scene.much(400, 80)
    database, by_hand = connect(scene.new_database()), ByHand(scene.new_database(), LeapingClock())
    sides: tuple[Hold, Hold] = (_through_handler(database), _by_hand(by_hand))
    work = [n % workspaces for n in range(each)]
    took = [0.0, 0.0]
    with ThreadPoolExecutor(threads) as pool:
        for round_ in range(1 + ROUNDS):
            for side, hold in enumerate(sides):
                began = time.perf_counter()
                list(pool.map(hold, work))
                took[side] += time.perf_counter() - began if round_ else 0  # the first warms up
    database.close()
    by_hand.close()
    return each * ROUNDS / took[0], each * ROUNDS / took[1]


def _through_handler(database: Database) -> Hold:
    tools, ask, clicks = handler_tools(database), Reserve(wanted=SEATTLE, quantity=ASKED), count()

    def hold(n: int) -> None:
        member = Member(workspace=workspace(n), user=UserId("U1"), standing=Standing.ADMIN, locale="en")
        reply = reserve(tools, Click(member=member, channel=CHANNEL, key=f"{next(clicks)}"), ask)
        assert "H-" in reply.text, reply.text

    return hold


def _by_hand(by_hand: ByHand) -> Hold:
    clicks = count()
    place = SEATTLE.place
    assert place

    def hold(n: int) -> None:
        by_hand.reserve(
            Ask(workspace=workspace(n), member="U1", channel=CHANNEL, click=f"{next(clicks)}", place=place, quantity=5)
        )

    return hold


def handler_tools(database: Database) -> Tools:
    return Tools(
        begin=database.begin,
        reading=database.reading,
        now=LeapingClock(),
        real_now=real_now,
        can_post=lambda _workspace, _channel: True,
        people=SlacksWord(),
        audit_key=AUDIT_KEY,
        vault=Vault(key=AUDIT_KEY),
        features=FEATURES,
        carriers=NoCarriers(),
    )
