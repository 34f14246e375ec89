"""Pays what is owed to Slack: claims a debt, has it put into words, posts it, and takes Slack's answer to heart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.attempt import Attempt, KnownOfSlack
from bot.directory import FAILURES, Directory
from bot.draining import Draining
from bot.leases import LeaseLost, Leases
from bot.slack_errors import Remedy, remedy, retry_after, told
from handlers.kit import delivery
from handlers.kit import outages as telling
from handlers.kit.file_faults import FileFault
from handlers.kit.outgoing import Arrived, Fetch, Outgoing, Post, Publish, Retract, Turn, Unsaid, Upload
from handlers.kit.tools import SlackSilent, Tools
from store import outbox
from store.outbox import outages
from store.outbox.timing import LONGEST_WAIT, pause
from store.outbox.types import ClaimedItem, Outage
from store.types import UserId, WorkspaceId

SEND_WITHIN = 10  # seconds
TRIES = 10
DEATHS = 3  # of senders: a message that kills one each time is sent by none any more
SENDERS = 4
# Seconds that a debt is in one hand at most: what takes longer hangs. A message may be looked for in many pages.
HELD, FILES_HELD = 300.0, 1800.0
ARRIVES_LATE = timedelta(seconds=5)  # a message whose answer was not waited for may still be on its way so long
AFTER_OTHERS = timedelta(seconds=0.5)  # where a workspace fails, another debt is its next trial, if there is one

# One every so often, and so many at once: what Slack allows, less a margin. Its documentation of rate limits has, in
# November 2026: chat.postMessage about one a second in a channel; chat.update 50 a minute (tier 3); views.publish 100 a
# minute (tier 4).
POSTS = (timedelta(seconds=1.1), 2)
EDITS = (timedelta(seconds=1.5), 10)
HOMES = (timedelta(seconds=0.7), 10)

_PACES = {outbox.EDITS: EDITS, outbox.HOMES: HOMES}

log = structlog.get_logger()


class Sender:
    """Claims what is owed and sends it, in up to SENDERS threads; any number of processes may share the outbox.

    With `pace` it keeps below Slack's rate limits. A call is given up after SEND_WITHIN seconds. What fails is tried
    TRIES times, a second later, then two, four and so on, and then parked; where the workspace as a whole fails, it
    sleeps, and its debts wait.
    """

    def __init__(
        self, tools: Tools, directory: Directory, client_of: Callable[[WorkspaceId, int], WebClient], *, pace: bool
    ) -> None:
        self._tools = tools
        self._directory = directory
        self._client_of = client_of
        self._pace = pace
        self._leases = Leases(tools)
        self._known = KnownOfSlack(tools.real_now, tools.now)
        self._draining = Draining(self.drain, SENDERS, "sender")

    def nudge(self) -> None:
        """Look for debts now, in a thread of our own, unless all are looking already."""
        self._draining.nudge()

    def stop(self) -> None:
        """Finish what is being sent; the rest stays owed."""
        self._draining.stop()
        self._leases.stop()

    def drain(self) -> None:
        """Pay debt after debt until none is due, or we are told to stop."""
        tools = self._tools
        with tools.reading() as db:
            now = tools.real_now()
            if not outbox.is_due(db, now, tools.features.messages) and not outages.is_due(db, now):
                return
        with tools.begin() as db:
            outbox.open_lanes(db, tools.real_now())
        while not self._draining.is_stopping and (debt := self._claim()):
            self._pay(debt)
        if not self._draining.is_stopping:
            self._knock()

    def _claim(self) -> ClaimedItem | None:
        tools = self._tools
        with tools.begin() as db:
            return outbox.claim(db, tools.real_now(), tools.features.messages)

    def _pay(self, debt: ClaimedItem) -> None:
        client = self._client_of(debt.owing.workspace, SEND_WITHIN)
        attempt = Attempt(client, debt, self._known, lambda: self._leases.check(debt))
        try:
            if debt.unended >= DEATHS:
                self._park(debt, "its senders died")
            else:
                self._send(debt, attempt)
        except LeaseLost:
            log.warning("somebody else sends it", kind=debt.owing.kind, subject=debt.owing.subject)
            return
        except Exception as failure:
            paced = self._paced(debt, attempt)
            try:
                self._take_to_heart(paced, attempt, failure)
            except Exception:
                log.exception("a remedy failed", kind=debt.owing.kind, subject=debt.owing.subject)
                self._try_later(paced, "the remedy failed", in_doubt=attempt.in_doubt)
        else:
            self._trial_went_well(debt, heard=attempt.heard)

    def _paced(self, debt: ClaimedItem, attempt: Attempt) -> ClaimedItem:
        """The debt with its lane's pace: what was not sent takes no time of it."""
        if not (self._pace and attempt.wrote):
            return debt
        every, burst = _PACES.get(debt.lane, POSTS)
        return replace(debt, every=every, burst=burst)

    def _send(self, debt: ClaimedItem, attempt: Attempt) -> None:
        """Put a debt into words and send it."""
        outgoing = delivery.render(self._tools, debt)
        with self._leases.kept(debt, FILES_HELD if isinstance(outgoing, Upload) else HELD):
            self._dispatch(debt, attempt, outgoing)

    def _dispatch(self, debt: ClaimedItem, attempt: Attempt, outgoing: Outgoing | None) -> None:
        match outgoing:
            case Post() as post if not self._is_needless(debt, post):
                channel, ts = attempt.post(post)
                return delivery.posted(self._tools, self._paced(debt, attempt), post, channel=channel, ts=ts)
            case Unsaid() as card:
                return delivery.unsaid(self._tools, debt, card)
            case Fetch() as fetch:
                return self._fetch(debt, attempt, fetch)
            case Retract() as retract:
                attempt.retract(retract)
            case Publish() as home:
                attempt.publish(home)
            case Turn() as turn:
                attempt.turn(turn)
            case Upload() as upload:
                attempt.upload(upload)
        return delivery.nothing_to_say(self._tools, self._paced(debt, attempt))

    def _fetch(self, debt: ClaimedItem, attempt: Attempt, fetch: Fetch) -> None:
        """Fetch a file that a member has given to Slack, and let it be taken; who gave it hears of it at last."""
        is_last = debt.tries >= TRIES
        try:
            arrived = attempt.fetch(fetch)
        except FAILURES as failure:
            if not is_last or remedy(failure) is Remedy.WAIT:
                raise
            log.warning("a file was not had", error=told(failure))
            arrived = Arrived(name="", content=FileFault.UNREACHED)
        try:
            fetch.take(arrived)
        except Exception:
            if not is_last:
                raise
            log.exception("a file could not be taken")
            fetch.take(replace(arrived, content=FileFault.UNREAD))

    def _is_needless(self, debt: ClaimedItem, post: Post) -> bool:
        """Whether the member it goes to sees it where they are."""
        seen_in, user = post.unless_in, UserId(post.channel)
        return seen_in is not None and self._directory.is_in(debt.owing.workspace, seen_in, user)

    def _take_to_heart(self, debt: ClaimedItem, attempt: Attempt, failure: Exception) -> None:
        """What Slack answers has its remedy; what was given up so often is parked."""
        if isinstance(failure, SlackSilent) and isinstance(failure.__cause__, Exception):
            failure = failure.__cause__
        if not isinstance(failure, (*FAILURES, SlackSilent)):
            log.error("a debt could not be put into words", debt=debt.id, exc_info=failure)
            return self._try_later(debt, type(failure).__name__, in_doubt=attempt.in_doubt)
        error, what = told(failure), remedy(failure)
        log.warning("slack refused", kind=debt.owing.kind, subject=debt.owing.subject, error=error, tries=debt.tries)
        if what is Remedy.SLEEP:
            return self._sleep(debt, failure, attempt)
        self._trial_went_well(debt, heard=True)
        match what:
            case Remedy.WAIT if isinstance(failure, SlackApiError):
                self._wait_as_told(debt, retry_after(failure, int(LONGEST_WAIT.total_seconds())), attempt)
            case Remedy.DROP:
                delivery.nothing_to_say(self._tools, debt)
            case Remedy.PARK:
                self._park(debt, error)
            case Remedy.NEW_CARD if debt.tries < TRIES:
                delivery.card_lost(self._tools, debt)
            case Remedy.ELSEWHERE if debt.tries < TRIES:
                self._leave_channel(debt, error, attempt)
            case _:
                self._try_later(debt, error, in_doubt=attempt.in_doubt)
        return None

    def _leave_channel(self, debt: ClaimedItem, error: str, attempt: Attempt) -> None:
        try:
            left = delivery.channel_lost(self._tools, debt, self._directory.an_admin(debt.owing.workspace))
        except SlackSilent:
            left = False  # an admin may have to be told, and Slack does not say whom
        if not left:
            self._try_later(debt, error, in_doubt=attempt.in_doubt)

    def _wait_as_told(self, debt: ClaimedItem, seconds: int, attempt: Attempt) -> None:
        now = self._tools.real_now()
        with self._tools.begin() as db:
            outbox.put_off(db, debt, now, now, "ratelimited", counts=False, in_doubt=attempt.in_doubt)
            outbox.close_lane(db, debt, now + timedelta(seconds=seconds))

    def _sleep(self, debt: ClaimedItem, failure: Exception, attempt: Attempt) -> None:
        """The workspace as a whole failed. A try it was only where others had got through until now."""
        now, error = self._tools.real_now(), told(failure)
        with self._tools.begin() as db:
            outage, counts = outages.failed(db, debt.owing.workspace, now, error, is_trial=debt.is_trial)
            until = max(outage.retry_at + AFTER_OTHERS, now + pause(debt.tries) if counts else now)
            if isinstance(failure, TimeoutError):
                until = max(until, now + ARRIVES_LATE)
            if not (counts and debt.tries >= TRIES):
                outbox.put_off(db, debt, now, until, error, counts=counts, in_doubt=attempt.in_doubt)
        if counts and debt.tries >= TRIES:
            self._park(debt, error)
        _tell_of(outage)

    def _try_later(self, debt: ClaimedItem, error: str, *, in_doubt: bool) -> None:
        if debt.tries >= TRIES:
            return self._park(debt, error)
        now = self._tools.real_now()
        with self._tools.begin() as db:
            outbox.put_off(db, debt, now, now + pause(debt.tries), error, in_doubt=in_doubt)
        return None

    def _park(self, debt: ClaimedItem, error: str) -> None:
        """Nobody hears of it unless somebody looks: an alarm."""
        with self._tools.begin() as db:
            outbox.park(db, debt, self._tools.real_now(), error)
        log.error("parked", debt=debt.id, kind=debt.owing.kind, subject=debt.owing.subject, error=error)

    def _trial_went_well(self, debt: ClaimedItem, *, heard: bool) -> None:
        """Wake the workspace where Slack answered a trial; where it was asked nothing, the next one is the trial."""
        if not debt.is_trial:
            return
        if heard:
            self._wake(debt.owing.workspace)
        else:
            with self._tools.begin() as db:
                outages.tried_nothing(db, debt, self._tools.real_now())

    def _wake(self, workspace: WorkspaceId) -> None:
        if outage := telling.wake(self._tools, workspace):
            log.info("slack answers again", workspace=workspace, since=outage.since.isoformat())
            self.nudge()  # there may be more to send than one thread can

    def _knock(self) -> None:
        """Ask Slack whether it answers again, for workspaces that sleep and owe nothing by which that would show."""
        tools = self._tools
        with tools.begin() as db:
            workspace = outages.take_untried(db, tools.real_now())
        if workspace is None:
            return None
        try:
            self._client_of(workspace, SEND_WITHIN).auth_test()
        except FAILURES as failure:
            if remedy(failure) is Remedy.SLEEP:
                with tools.begin() as db:
                    outage, _ = outages.failed(db, workspace, tools.real_now(), told(failure), is_trial=True)
                return _tell_of(outage)
        return self._wake(workspace)


def _tell_of(outage: Outage) -> None:
    if outage.is_asleep:
        since, until = outage.since.isoformat(), outage.retry_at.isoformat()
        log.error("a workspace sleeps", workspace=outage.workspace, since=since, until=until, error=outage.error)
