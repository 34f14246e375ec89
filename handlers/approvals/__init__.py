"""Approvals: teammates agree, or not, before something is done."""

from pathlib import Path

from handlers.approvals import decide, payloads, settings, watch
from handlers.approvals.asking import ask
from handlers.approvals.entries import ENTRIES, ApprovalAction
from handlers.approvals.outbox import asked, put_verdict, told
from handlers.approvals.owing import ApprovalOutbox, verdict
from handlers.approvals.rules import ApprovalRefusal, needed, needed_to_release
from handlers.approvals.settings import RELEASE_DAYS, enough
from handlers.approvals.views import decline
from handlers.approvals.views.answers import asked_already, cannot_ask_here
from handlers.approvals.views.buttons import APPROVE, DECLINE, TAKE_BACK, WITHDRAW
from handlers.approvals.views.buttons import decide as decide_buttons
from handlers.approvals.views.buttons import reconsider as reconsider_buttons
from handlers.approvals.views.lines import to_approvers
from handlers.approvals.views.request import mentions, standing
from handlers.approvals.watch import look_again
from handlers.kit.feature import Feature
from handlers.kit.topics import Group, Topic

__all__ = [
    "APPROVALS",
    "RELEASE_DAYS",
    "ApprovalAction",
    "ask",
    "asked",
    "asked_already",
    "cannot_ask_here",
    "decide_buttons",
    "enough",
    "look_again",
    "mentions",
    "needed",
    "needed_to_release",
    "reconsider_buttons",
    "standing",
    "to_approvers",
    "told",
    "verdict",
]

APPROVALS = Feature(
    name="approvals",
    words=Path(__file__).parent,
    actions={
        APPROVE: lambda tools, click, value, _fields: decide.approve(tools, click, payloads.decision(value)),
        TAKE_BACK: lambda tools, click, value, _fields: decide.take_back(tools, click, payloads.decision(value)),
        DECLINE: lambda tools, click, value, _fields: decide.ask_why(tools, click, payloads.decision(value)),
        WITHDRAW: lambda tools, click, value, _fields: decide.withdraw(tools, click, payloads.decision(value)),
    },
    submissions={
        decline.CALLBACK: lambda tools, click, value, fields: decide.decline(
            tools, click, payloads.decision(value), payloads.reason(fields)
        ),
    },
    messages={ApprovalOutbox.VERDICT: put_verdict},
    entries=ENTRIES,
    timers=watch.TIMERS,
    settings=settings.SETTINGS,
    sections=(settings.SECTION,),
    help=(
        Topic(word="approve", group=Group.APPROVE, short="help-short-approve", full="help-approve", also=("decline",)),
        Topic(
            word="withdraw", group=Group.APPROVE, short="help-short-withdraw", full="help-withdraw", also=("take back",)
        ),
    ),
    by_slacks_word=frozenset({ApprovalRefusal.NOT_AN_APPROVER}),
)
