"""How long a process takes from its start until it listens, and what it weighs then, before its first request."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx

from bot.clock import real_now
from bot.workspace.server import HOST, listen
from store import batches, workspaces
from store.batches.types import Batch, Stage, Verb
from store.session import connect
from store.types import ChannelId, UserId, WorkspaceId
from tests.bench.measure import Measure
from tests.bench.scene import Scene
from tests.bench.slack import ADMIN, AUDIT_KEY, CHANNELS, KEYS, TEAM, LocalSlack, local_slack

MOST_SECONDS = 1.5
MOST_MEGABYTES = 90.0  # of a million bytes
_WITHIN = 60.0  # seconds
_OFTEN = 0.01

Listens = Callable[[], bool]


@dataclass(frozen=True, kw_only=True)
class Started:
    """`seconds` until it listened, those of them in which it computed, and the megabytes that were resident then."""

    seconds: float
    computing: float
    megabytes: float  # of a million bytes


@dataclass(frozen=True, kw_only=True)
class Side:
    """What is started: the arguments of Python, and how it is seen from outside that it listens."""

    arguments: tuple[str, ...]
    listens: Listens
    environment: Mapping[str, str] = field(default_factory=dict)


def measures(scene: Scene) -> Iterator[Measure]:
    with local_slack(rate_limits=False) as slack, TemporaryDirectory(prefix="bench-start-") as folder:
        url = scene.databases.new(scene.engine)
        environment = os.environ | _environment(slack, url)
        for name, sides in (("web", _web), ("socket", _socket), ("worker", _worker)):
            started: tuple[list[Started], list[Started]] = ([], [])
            for turn in range(scene.much(7, 1)):
                with sides(slack, url, Path(folder) / f"{turn}") as both:
                    for side, its in zip(both, started, strict=True):
                        its.append(_start(side, environment))
            yield from _told(scene.engine, name, *started)


def _told(engine: str, name: str, ours: list[Started], plain: list[Started]) -> Iterator[Measure]:
    yield Measure(
        name=f"start {name}, until it listens",
        engine=engine,
        unit="seconds",
        ours=median(each.seconds for each in ours),
        reference=median(each.seconds for each in plain),
        ours_bound=("most", MOST_SECONDS),
        beside={
            "computing": median(each.computing for each in ours),
            "a do-nothing app, computing": median(each.computing for each in plain),
        },
    )
    yield Measure(
        name=f"start {name}, resident",
        engine=engine,
        unit="MB",
        ours=max(each.megabytes for each in ours),
        reference=max(each.megabytes for each in plain),
        ours_bound=("most", MOST_MEGABYTES),
    )


@contextmanager
def _web(_slack: LocalSlack, _url: str, _file: Path) -> Iterator[tuple[Side, Side]]:
    """Its port answers."""
    ours, plain = _free_port(), _free_port()
    with httpx.Client(timeout=_WITHIN) as http:
        yield (
            Side(arguments=("bot", "web"), listens=lambda: _answers(http, ours), environment={"PORT": ours}),
            Side(arguments=("tests.bench.plain", "web", plain), listens=lambda: _answers(http, plain)),
        )


@contextmanager
def _socket(slack: LocalSlack, _url: str, _file: Path) -> Iterator[tuple[Side, Side]]:
    """The workspace has a connection. `--no-worker`, for a worker's work is measured by itself."""

    def is_connected() -> bool:
        return bool(slack.http.get("/_control/state").json()["connections"])

    yield (
        Side(arguments=("bot", "socket"), listens=is_connected),
        Side(arguments=("tests.bench.plain", "socket"), listens=is_connected),
    )


@contextmanager
def _worker(_slack: LocalSlack, url: str, file: Path) -> Iterator[tuple[Side, Side]]:
    """Its first look is done: what was due is not any more. It is a draft, of which nothing is told to Slack."""
    database = connect(url)
    draft = _due_draft(url)

    def has_looked() -> bool:
        with database.reading() as db:
            found = batches.find(db, draft.workspace, draft.id)
        return found is not None and found.stage is Stage.FORGOTTEN

    yield (
        Side(arguments=("bot", "worker"), listens=has_looked),
        Side(arguments=("tests.bench.plain", "worker", str(file)), listens=file.exists),
    )
    database.close()


def _due_draft(url: str) -> Batch:
    """Write down a draft that is to be forgotten now."""
    database, workspace = connect(url), WorkspaceId(TEAM)
    with database.begin() as db:
        workspaces.lock(db, workspace)
        draft = Batch(
            workspace=workspace,
            id=batches.next_id(db, workspace),
            verb=Verb.RELEASE,
            asked_by=UserId(ADMIN),
            channel=ChannelId(CHANNELS[0]),
            since=real_now(),
        )
        batches.write(db, draft, [], real_now())
    database.close()
    return draft


def _start(side: Side, environment: Mapping[str, str]) -> Started:
    while side.listens():  # the one before has not been missed yet
        time.sleep(_OFTEN)
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", *side.arguments],
        env={**environment, **side.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not side.listens():
            assert process.poll() is None, f"{side.arguments} ended"
            assert time.monotonic() - began < _WITHIN, f"{side.arguments} did not listen"
            time.sleep(_OFTEN)
        seconds = time.monotonic() - began
        return Started(seconds=seconds, computing=_computing(process.pid), megabytes=_resident(process.pid))
    finally:
        process.kill()
        process.wait()


def _resident(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _computing(pid: int) -> float:
    """For how many seconds a process has used a processor."""
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _environment(slack: LocalSlack, url: str) -> dict[str, str]:
    return {
        "DATABASE_URL": url,
        "NUMBERDESK_AUDIT_KEY": AUDIT_KEY.get_secret_value(),
        "SLACK_API_URL": f"{slack.http.base_url}api/",
        **KEYS.as_environment(),
    }


def _answers(http: httpx.Client, port: str) -> bool:
    try:
        http.get(f"http://{HOST}:{port}/healthz")  # without a worker beside it, it answers that there is none
    except httpx.ConnectError:
        return False
    return True


def _free_port() -> str:
    with listen(0) as listener:
        return str(listener.getsockname()[1])
