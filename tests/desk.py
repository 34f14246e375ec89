"""A desk for tests: real parts on a real database, a clock that stands until it is moved, members and their clicks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import func, select

from handlers.approvals import decide
from handlers.approvals.requests import Decision
from handlers.desk import FEATURES
from handlers.holds import acquire, release, reserve
from handlers.holds.requests import Reserve
from handlers.holds.selection import Selection
from handlers.holds.views.choose import NUMBERS
from handlers.kit.carriers import NoCarriers
from handlers.kit.member import Click, Group, Member, Standing
from handlers.kit.reply import Reply
from handlers.kit.tools import SlackSilent, Tools
from store import approvals, audit, holds, numbers, workspaces
from store.approvals.types import ApprovalRequest
from store.audit.types import Deed, Entry, Finding
from store.holds.types import Hold, HoldId, Outcome, Purpose
from store.numbers import held_numbers, search
from store.numbers.table import NumberRow
from store.numbers.types import PoolNumber
from store.schema import Base
from store.session import Database
from store.types import E164, ChannelId, Criteria, GroupId, Kind, Place, UserId, WorkspaceId
from store.vault import Vault
from store.workspaces.types import Credits, Licences, Policy, Workspace

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOLD_LASTS = timedelta(minutes=10)
A_MOMENT = timedelta(microseconds=1)

HOME, AWAY = WorkspaceId("T1"), WorkspaceId("T2")
CHANNEL = ChannelId("C1")
QUOTA = 20
SIXTY_LICENCES = Licences(phone_system=60)  # a quota of QUOTA

SEATTLE = Place(country="US", region="Washington", city="Seattle")
ALONE = Policy(approvals=0)
ALL = 10**9  # more numbers than there are
TOLL = Criteria(place=SEATTLE, kind=Kind.TOLL)
TOLL_FREE = Criteria(place=Place(country="US"), kind=Kind.TOLL_FREE)

AUDIT_KEY = b"a key that only the tests know of"
TELEPHONY = GroupId("S1")

_keys = count(1)


def member(user: str, workspace: WorkspaceId = HOME, standing: Standing = Standing.MEMBER) -> Member:
    name = user.removeprefix("U").lower()
    return Member(workspace=workspace, user=UserId(user), standing=standing, locale="en", name=name)


ADA = member("UADA", standing=Standing.ADMIN)
BEN = member("UBEN")
CHLOE = member("UCHLOE")
DEV = member("UDEV", standing=Standing.GUEST)
EVE = member("UEVE", AWAY, Standing.ADMIN)


def click(by: Member, key: str = "") -> Click:
    """A click of a member's; without a key, unlike any other."""
    return Click(member=by, channel=CHANNEL, key=key or f"click {next(_keys)}")


@dataclass(slots=True)
class Clock:
    """A clock that shows the same time until it is moved."""

    now: datetime = START

    def advance(self, by: timedelta) -> None:
        self.now += by

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True)
class SlacksWord:
    """What Slack says of people: everybody is in CHANNEL, ADA and BEN in TELEPHONY; or it is `silent`."""

    members: dict[UserId, Member] = field(default_factory=lambda: {each.user: each for each in (ADA, BEN, CHLOE, DEV)})
    telephony: frozenset[UserId] = frozenset({ADA.user, BEN.user})
    left: set[UserId] = field(default_factory=set)  # those who are not in CHANNEL
    silent: bool = False

    def member(self, workspace: WorkspaceId, user: UserId) -> Member:
        known = self.members.get(user, member(user, workspace))
        return replace(known, standing=Standing.UNKNOWN) if self.silent else known

    def groups(self, _workspace: WorkspaceId) -> Mapping[GroupId, Group]:
        self._speak()
        return {TELEPHONY: Group(handle="telephony", users=self.telephony)}

    def is_in(self, _workspace: WorkspaceId, _channel: ChannelId, user: UserId) -> bool:
        self._speak()
        return user not in self.left

    def admins(self, _workspace: WorkspaceId) -> Iterator[UserId]:
        self._speak()
        return (user for user, each in self.members.items() if each.is_admin)

    def members_of(self, _workspace: WorkspaceId, _channel: ChannelId) -> Iterator[UserId]:
        self._speak()
        return (user for user in self.members if user not in self.left)

    def _speak(self) -> None:
        if self.silent:
            raise SlackSilent


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What members do, in few words. The desk's time and real time are apart, so that no test can mix them up."""

    database: Database
    tools: Tools
    clock: Clock
    slack: SlacksWord
    real_clock: Clock = field(default_factory=Clock)

    def at(self, now: datetime) -> "Desk":
        """The same desk as a process sees it whose clock shows another time."""
        clock = Clock(now)
        return replace(self, clock=clock, tools=replace(self.tools, now=clock))

    def through(self, database: Database) -> "Desk":
        """The same desk by another way into its database."""
        tools = replace(self.tools, begin=database.begin, reading=database.reading)
        return replace(self, database=database, tools=tools)

    def reserve(self, by: Member, quantity: int, wanted: Criteria = TOLL, these: tuple[E164, ...] = ()) -> Reply:
        return reserve.reserve(self.tools, click(by), Reserve(wanted=wanted, quantity=quantity, these=these))

    def acquire(self, by: Member, hold: Hold, *keep: E164) -> Reply:
        """Acquire some numbers of a hold, or all."""
        return acquire.acquire(self.tools, click(by), choice(hold, *(keep or self.took(hold))))

    def release(self, by: Member, hold: Hold) -> Reply:
        return release.release(self.tools, click(by), hold.id)

    def again(self, by: Member, hold: Hold) -> Reply:
        return reserve.hold_again(self.tools, click(by), hold.id)

    def asks(self, by: Member, hold: Hold, *keep: E164) -> ApprovalRequest:
        """Ask to acquire some numbers of a hold, or all, where the policy wants approval."""
        assert not self.acquire(by, hold, *keep).text
        return self.asked(hold)

    def asked(self, hold: Hold) -> ApprovalRequest:
        """The last request of a hold, as it is now."""
        with self.database.reading() as db:
            return approvals.last_of(db, [hold])[hold.id]

    def approve(self, by: Member, request: ApprovalRequest) -> Reply:
        return decide.approve(self.tools, click(by), _decision(request))

    def take_back(self, by: Member, request: ApprovalRequest) -> Reply:
        return decide.take_back(self.tools, click(by), _decision(request))

    def decline(self, by: Member, request: ApprovalRequest, reason: str = "too many") -> Reply:
        return decide.decline(self.tools, click(by), _decision(request), reason)

    def withdraw(self, by: Member, request: ApprovalRequest) -> Reply:
        return decide.withdraw(self.tools, click(by), _decision(request))

    def hold(self, by: Member, quantity: int, wanted: Criteria = TOLL) -> Hold:
        """Reserve, and return the hold."""
        return self.held(by.workspace, self.reserve(by, quantity, wanted))

    def held(self, workspace: WorkspaceId, reply: Reply) -> Hold:
        """The hold that an answer tells of."""
        return self.found(workspace, hold_in(reply))

    def fresh(self, hold: Hold) -> Hold:
        """The hold as it is now."""
        return self.found(hold.workspace, hold.id)

    def found(self, workspace: WorkspaceId, hold: HoldId) -> Hold:
        with self.database.reading() as db:
            found = holds.find(db, workspace, hold)
        assert found
        return found

    def took(self, hold: Hold) -> list[E164]:
        return list(self.outcomes(hold))

    def outcomes(self, hold: Hold) -> dict[E164, Outcome | None]:
        """What a hold took, and what came of each number there."""
        with self.database.reading() as db:
            return {number.e164: number.outcome for number in held_numbers(db, hold)}

    def to_be_had(self, wanted: Criteria = TOLL, workspace: WorkspaceId = HOME) -> int:
        with self.database.reading() as db:
            return search.count(db, workspace, wanted, self.clock(), most=ALL).number

    def in_use(self, workspace: WorkspaceId = HOME, kind: Kind = Kind.TOLL) -> int:
        with self.database.reading() as db:
            return numbers.in_use(db, workspace, self.clock())[kind].total

    def entries(self, subject: str, workspace: WorkspaceId = HOME) -> list[Entry]:
        with self.database.reading() as db:
            return audit.of(db, workspace, subject)

    def record(self, *deeds: Deed) -> list[int]:
        """Add deeds of one workspace to its record, and return their numbers."""
        with self.database.begin() as db:
            tip = workspaces.lock(db, deeds[0].workspace).tip
            adding = audit.Addition(key=self.tools.audit_key, tip=tip)
            numbered = [adding.add(deed) for deed in deeds]
            adding.write(db)
        return numbered

    def verify(self, workspace: WorkspaceId = HOME, key: bytes = AUDIT_KEY) -> Finding:
        """What is found when a workspace's record is read from end to end."""
        with self.database.reading() as db:
            return audit.verify(db, workspace, key)

    def set(self, workspace: WorkspaceId = HOME, **settings: Any) -> None:
        """Change a workspace's settings."""
        with self.database.begin() as db:
            workspaces.save(db, replace(workspaces.lock(db, workspace), **settings))

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """All rows of all tables."""
        with self.database.reading() as db:
            tables = Base.metadata.sorted_tables
            return {table.name: sorted(map(tuple, db.execute(select(table))), key=repr) for table in tables}


def _decision(request: ApprovalRequest) -> Decision:
    return Decision(request=request.id, ref=request.ref)


def open_desk(database: Database) -> Desk:
    """A desk that serves two workspaces, HOME and AWAY, each with a quota of QUOTA and credits. Nobody must approve."""
    clock, real_clock, slack = Clock(), Clock(START + timedelta(days=100)), SlacksWord()
    tools = Tools(
        begin=database.begin,
        reading=database.reading,
        now=clock,
        real_now=real_clock,
        can_post=lambda _workspace, _channel: True,
        people=slack,
        audit_key=AUDIT_KEY,
        vault=Vault(key=AUDIT_KEY),
        features=FEATURES,
        carriers=NoCarriers(),
    )
    with database.begin() as db:
        for workspace in (HOME, AWAY):
            workspaces.lock(db, workspace)
            audit.begin(db, workspace, AUDIT_KEY)
            workspaces.save(
                db,
                Workspace(
                    id=workspace,
                    licences=SIXTY_LICENCES,
                    credits=Credits(set_up=True),
                    policy=ALONE,
                    set_up=True,
                    greeted=True,
                ),
            )
    return Desk(database=database, tools=tools, clock=clock, slack=slack, real_clock=real_clock)


def fill(database: Database, quantity: int, place: Place = SEATTLE, kind: Kind = Kind.TOLL) -> list[E164]:
    """Put new numbers into the pool."""
    with database.begin() as db:
        first = db.scalar(select(func.count()).select_from(NumberRow)) or 0
        made = [E164(f"+1206{number:07}") for number in range(first, first + quantity)]
        numbers.add(db, (PoolNumber(e164=e164, place=place, kind=kind) for e164 in made), START)
    return made


def a_hold(number: int = 1, **changes: Any) -> Hold:
    """A hold of BEN's that is not written down yet."""
    made = Hold(
        workspace=HOME,
        id=HoldId(number),
        held_by=BEN.user,
        channel=CHANNEL,
        wanted=TOLL,
        size=1,
        held_at=START,
        until=START + HOLD_LASTS,
    )
    return replace(made, **changes)


def choice(hold: Hold, *keep: E164) -> acquire.Acquire:
    """The modal, sent with these numbers picked."""
    return acquire.Acquire(
        hold=hold.id, choice=Selection(field=NUMBERS, picked=keep), purpose=Purpose.CALL_QUEUE, note="for the bakery"
    )


def hold_in(reply: Reply) -> HoldId:
    """The hold that an answer tells of."""
    return HoldId(int(re.findall(r"\*H-(\d+)\*", reply.text)[-1]))


def holds_in(replies: list[Reply]) -> Iterator[HoldId]:
    """The holds that some answers tell of; refusals tell of none."""
    return (hold_in(reply) for reply in replies if "*H-" in reply.text)
