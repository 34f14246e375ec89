"""How long a member waits for the answer to a reservation, from the signed request to the finished reply."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from typing import Any

from slack_bolt import Ack, App

from bot.build import build, make_app, web_client
from bot.settings import Settings
from tests.bench.by_hand import Ask, ByHand
from tests.bench.measure import Measure, percentile
from tests.bench.scene import SEATTLE, SENDERS, LeapingClock, Scene
from tests.bench.slack import ADMIN, CHANNELS, COMMAND, KEYS, TEAM, command, dispatched, local_slack

WARM_UP = 50

Times = list[float]  # milliseconds


def measures(scene: Scene) -> Iterator[Measure]:
    with local_slack(rate_limits=False) as slack, ThreadPoolExecutor(SENDERS) as pool:
        ours_url, by_hand_url = scene.new_database(), scene.new_database()
        settings = slack.settings(ours_url, pace=True)
        by_hand = ByHand(by_hand_url, LeapingClock())
        with desk_app(settings) as ours:
            apps = [ours, _by_hand_app(settings, by_hand), _plain_app(settings)]
            alone = _in_turn(apps, scene.much(1000, 150))
            at_once = _in_turn(apps[:1], scene.much(2000, 240), pool)
        by_hand.close()
    yield from _alone(scene.engine, alone)
    yield Measure(
        name=f"ack p99, {SENDERS} senders at once",
        engine=scene.engine,
        unit="ms",
        ours=percentile(at_once[0], 99),
        ours_bound=("most", 1000),
    )


def _alone(engine: str, times: list[Times]) -> Iterator[Measure]:
    for percent, most in ((50, 3.0), (99, 10.0)):
        ours, by_hand, plain = (percentile(each, percent) for each in times)
        yield Measure(
            name=f"ack p{percent}",
            engine=engine,
            unit="ms",
            ours=ours,
            reference=by_hand,
            ratio_bound=("most", most),
            beside={"a default Bolt app that only acks": plain},
        )


def _in_turn(apps: list[App], times: int, pool: ThreadPoolExecutor | None = None) -> list[Times]:
    """Each app's times, a few of each in turn: one after another, or among the pool's threads at once."""
    taken: list[Times] = [[] for _ in apps]
    apply: Callable[..., Any] = pool.map if pool else map
    for done in range(-WARM_UP, times, WARM_UP):
        for app, its in zip(apps, taken, strict=True):
            requests = [command() for _ in range(WARM_UP)]
            lasted = list(apply(lambda request, app=app: dispatched(app, request), requests))
            its.extend(lasted if done >= 0 else [])
    return taken


@contextmanager
def desk_app(settings: Settings) -> Iterator[App]:
    """The desk's own app with a leaping clock; what it owes is left to others."""
    desk = build(settings, sends=False)
    tools = replace(desk.tools, now=LeapingClock())
    yield make_app(settings, tools, desk.directory, lambda: None)
    desk.stop()


def _by_hand_app(settings: Settings, by_hand: ByHand) -> App:
    app = App(
        client=web_client(settings, 2),
        signing_secret=KEYS.signing_secret,
        process_before_response=True,
        token_verification_enabled=False,
    )
    clicks, place = count(), SEATTLE.place
    assert place

    @app.command(COMMAND)
    def reserve(ack: Ack) -> None:
        ask = Ask(workspace=TEAM, member=ADMIN, channel=CHANNELS[0], click=f"{next(clicks)}", place=place, quantity=5)
        ack(by_hand.reserve(ask))

    return app


def _plain_app(settings: Settings) -> App:
    app = App(client=web_client(settings, 2), signing_secret=KEYS.signing_secret, token_verification_enabled=False)

    @app.command(COMMAND)
    def only_ack(ack: Ack) -> None:
        ack("H-0")

    return app
