"""What is told of a request, under its card, in answers and to the one who asked: taken by Slack, pinging few."""

from dataclasses import replace
from typing import Any

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.approvals.rules import ApprovalRefusal
from handlers.approvals.views import answers as approval_answers
from handlers.approvals.views import lines as approval_lines
from handlers.approvals.views import request as approval
from handlers.holds.entries import HoldAction
from handlers.holds.rules import HoldRefusal
from handlers.holds.subject import APPROVAL
from handlers.holds.views import answers as hold_answers
from handlers.holds.views import answers as reserve
from handlers.holds.views import lines
from handlers.holds.views.words import APPROVAL_WORDS
from handlers.kit import answers, cards
from handlers.kit.refusals import AccessRefusal, Refusal, RoleRefusal
from handlers.kit.reply import Message, Reply
from store.approvals.types import ApprovalRequest, Verdict
from store.audit.types import Deed
from store.holds.types import Hold
from store.types import ChannelId, WorkspaceId
from store.workspaces.types import LOCALES, Roles, Who, Workspace
from tests.rules import shown
from tests.rules.shown import (
    COLLEAGUE,
    EVERY_CIRCLE,
    HOLDER,
    NOW,
    SIZES,
    TEAMMATES,
    TELEPHONY,
    WORST,
    e164s,
    hold,
    mentioned,
    refused_by_slack,
    request,
)
from tests.table import table

EVERY_SIZE = table("size", SIZES)
EVERY_WHO = table("who", EVERY_CIRCLE, ids=lambda who: who.circle)
BOTH_LANGUAGES = table("locale", LOCALES)
ANYONE, GROUP, NAMED, ADMINS = EVERY_CIRCLE
ALL_NAMED = {f"<@{user}>" for user in TEAMMATES}
COUNTED = {"request": 3, "approvals": 1, "needed": 2}
TOLD = {  # of each deed: what the record says after it
    ApprovalAction.APPROVED: COUNTED,
    ApprovalAction.TAKEN_BACK: COUNTED,
    ApprovalAction.LAPSED: COUNTED | {"lapsed": list(TEAMMATES[:5])},
    ApprovalAction.DECLINED: {"request": 3, "asked_by": HOLDER, "reason": WORST[:300]},
    ApprovalAction.WITHDRAWN: {"request": 3},
}


def line_of(locale: str, of: Hold, deed: Deed) -> Message:
    """The line under a hold's card that tells of an entry, of the hold or of a request for its approval."""
    line = lines.line(locale, of, deed) or approval_lines.line(locale, APPROVAL, of, deed)
    assert line
    return line


def deed(action: str, after: dict[str, Any]) -> Deed:
    return Deed(workspace=hold(1).workspace, at=NOW, who=COLLEAGUE, action=action, subject="H-1", after=after)


@BOTH_LANGUAGES
@EVERY_SIZE
@table(("action", "after"), TOLD.items(), ids=TOLD)
def test_what_is_told_under_a_card_is_taken_by_slack(
    locale: str, size: int, action: str, after: dict[str, Any]
) -> None:
    line = line_of(locale, hold(size), deed(action, after))
    lapsed = {f"<@{user}>" for user in after.get("lapsed", ())}
    assert refused_by_slack(line) == []
    assert mentioned(line.text) <= {f"<@{COLLEAGUE}>"} | lapsed


def test_what_others_approved_was_acquired_by_the_one_who_asked() -> None:
    of = shown.acquired(3, 3)
    line = line_of("en", of, deed(HoldAction.ACQUIRED, {"numbers": e164s(3), "asked_by": HOLDER}))
    assert line.text.startswith(f"<@{of.closed_by}> acquired 3 of 3 numbers.")


def test_a_reason_stands_at_the_end_of_its_line() -> None:
    line = line_of("en", hold(3), deed(ApprovalAction.DECLINED, {"reason": "too many"}))
    assert line.text == f"<@{COLLEAGUE}> declined H-2147483647. Its 3 numbers went back to the pool. Why: too many"


@BOTH_LANGUAGES
@EVERY_SIZE
@table(
    ("who", "called"),
    [
        pytest.param(ANYONE, set(), id="any member: nobody"),
        pytest.param(ADMINS, set(), id="admins: nobody"),
        pytest.param(GROUP, {f"<!subteam^{TELEPHONY}>"}, id="a group: the group"),
        pytest.param(NAMED, ALL_NAMED, id="named members: each of them"),
    ],
)
def test_who_can_approve_is_called_when_somebody_asks_and_before_the_end(
    locale: str, size: int, who: Who, called: set[str]
) -> None:
    of, asked = hold(size), request(size, who=who, note=WORST)
    first, last = approval_lines.asked(locale, APPROVAL, of, asked), lines.warning(locale, of, asked)
    assert refused_by_slack(first) == refused_by_slack(last) == []
    assert mentioned(first.text) == called | {f"<@{HOLDER}>"}
    assert mentioned(last.text) == called


@table("verdict", Verdict)
def test_nobody_who_could_have_approved_is_called_for_what_is_decided(verdict: Verdict) -> None:
    warned = lines.warning("en", hold(3), request(3, who=NAMED, verdict=verdict))
    assert mentioned(warned.text) == {f"<@{HOLDER}>"}


def test_a_warning_says_how_many_approvals_are_missing() -> None:
    assert "and 4 approvals are still missing" in lines.warning("en", hold(3), request(3, approvals=1)).text
    assert "and one approval is still missing" in lines.warning("en", hold(3), request(3, approvals=4)).text


@BOTH_LANGUAGES
@table("count", [1, 25, 500])
def test_requests_that_end_with_their_holds_are_told_with_them(locale: str, count: int) -> None:
    holds = [shown.ran_out(1_500)] * count
    asked = {hold(1).id: request(3, approvals=1, who=NAMED, verdict=Verdict.RAN_OUT)}
    told = lines.ended(locale, holds, asked)
    assert refused_by_slack(told) == []
    assert mentioned(told.text) == {f"<@{HOLDER}>"}


@table("verdict", [None, *Verdict])
def test_only_what_ended_with_its_hold_is_told_with_it(verdict: Verdict | None) -> None:
    told = lines.ended("en", [shown.ran_out(3)], {hold(3).id: request(3, approvals=1, verdict=verdict)})
    assert ("was not approved in time (1 of 5)" in told.text) == (verdict is Verdict.RAN_OUT)


def test_each_of_several_that_ended_says_what_was_not_approved() -> None:
    told = lines.ended("en", [shown.ran_out(3)] * 2, {hold(3).id: request(3, verdict=Verdict.RAN_OUT)})
    late = f"What <@{HOLDER}> asked for was not approved in time (0 of 5)."
    assert told.text.splitlines()[1] == f"• H-2147483647 of <@{HOLDER}>: 3 numbers. {late}"


@BOTH_LANGUAGES
@EVERY_SIZE
@table("verdict", [None, *Verdict])
def test_who_comes_too_late_is_told_what_came_of_it(locale: str, size: int, verdict: Verdict | None) -> None:
    asked = request(size, approvals=5, who=NAMED, verdict=verdict)
    reply = approval.closed(locale, APPROVAL, hold(size), asked)
    assert refused_by_slack(reply) == []
    assert hold(size).name in reply.text
    assert mentioned(reply.text) <= {f"<@{user}>" for user in (HOLDER, *TEAMMATES[:5])}


@table(
    ("verdict", "said"),
    [
        pytest.param(Verdict.APPROVED, "approved what <@U0123456789> asked for, and it was acquired", id="approved"),
        pytest.param(Verdict.DECLINED, "<@U5550000000> declined it", id="declined"),
        pytest.param(Verdict.WITHDRAWN, "<@U5550000000> withdrew that request", id="withdrawn"),
        pytest.param(Verdict.RELEASED, "was released by <@U5550000000>", id="released"),
        pytest.param(Verdict.RAN_OUT, "and the request with it", id="ran out"),
        pytest.param(None, "and the request with it", id="ran out, and not yet closed"),
    ],
)
def test_each_verdict_is_told_in_its_own_words(verdict: Verdict | None, said: str) -> None:
    assert said in approval.closed("en", APPROVAL, hold(3), request(3, approvals=1, verdict=verdict)).text


@BOTH_LANGUAGES
@EVERY_SIZE
@table("verdict", [verdict for verdict in Verdict if verdict is not Verdict.WITHDRAWN])
def test_the_one_who_asked_is_told_the_verdict(locale: str, size: int, verdict: Verdict) -> None:
    message = approval.verdict(locale, APPROVAL, hold(size), request(size, approvals=5, who=NAMED, verdict=verdict))
    assert refused_by_slack(message) == []
    assert message.text.count("`") // 2 == (min(size, 10) if verdict is Verdict.APPROVED else 0)
    assert mentioned(message.text) <= {f"<@{user}>" for user in TEAMMATES[:5]}


@BOTH_LANGUAGES
@EVERY_WHO
@table("refusal", [ApprovalRefusal.OWN_REQUEST, ApprovalRefusal.NOT_AN_APPROVER])
def test_who_may_not_approve_is_told_why(locale: str, who: Who, refusal: Refusal) -> None:
    reply = approval_answers.may_not_approve(locale, refusal, hold(3), request(3, who=who))
    assert refused_by_slack(reply) == []
    assert reply.refusal == refusal
    assert hold(3).name in reply.text


@table(
    ("who", "english", "french"),
    [
        pytest.param(ANYONE, "Only members of this channel can", "personnes peuvent décider", id="any member"),
        pytest.param(ADMINS, "Only admins of this workspace can", "administrateurs de cet espace", id="admins"),
        pytest.param(GROUP, "Only members of <!subteam^S0123456789> can", "membres de <!subteam", id="a group"),
        pytest.param(
            replace(NAMED, members=TEAMMATES[:2]),
            "Only <@U5550000000>, <@U5550000001> can",
            "<@U5550000000>, <@U5550000001>.",
            id="named members",
        ),
    ],
)
def test_who_may_approve_is_said_in_a_sentence(who: Who, english: str, french: str) -> None:
    asked = request(3, who=who)
    assert english in approval_answers.may_not_approve("en", ApprovalRefusal.NOT_AN_APPROVER, hold(3), asked).text
    assert french in approval_answers.may_not_approve("fr", ApprovalRefusal.NOT_AN_APPROVER, hold(3), asked).text


def spoken(locale: str, asked: ApprovalRequest) -> list[Reply | Message]:
    of, held = hold(len(asked.numbers)), reserve.held_again(locale, hold(3), wanted=3, same=3)
    few = replace(asked, approvals=asked.approvals[:1])
    return [
        approval.approved(locale, APPROVAL, of, few),
        approval.approved(locale, APPROVAL, of, replace(asked, needed=len(asked.approvals))),
        approval.approved_already(locale, of, few, TEAMMATES[0]),
        approval_answers.asked_already(locale, of, asked),
        approval_answers.cannot_ask_here(locale, APPROVAL_WORDS),
        *(cards.elsewhere(locale, of, stood) for stood in (of.channel, ChannelId(of.held_by))),
        *(reserve.with_request(locale, held, repeated) for repeated in reserve.Repeated),
    ]


@BOTH_LANGUAGES
@EVERY_SIZE
def test_every_other_answer_is_taken_by_slack(locale: str, size: int) -> None:
    for answer in spoken(locale, request(size, approvals=5, who=NAMED)):
        assert refused_by_slack(answer) == []


@BOTH_LANGUAGES
@EVERY_WHO
@table(
    "refusal", [RoleRefusal.MAY_NOT_SEARCH, RoleRefusal.MAY_NOT_RESERVE, RoleRefusal.MAY_NOT_SET, AccessRefusal.UNKNOWN]
)
def test_who_may_not_is_told_who_may(locale: str, who: Who, refusal: Refusal) -> None:
    if who == NAMED:
        return  # members are named for approvals alone
    workspace = Workspace(id=WorkspaceId("T1"), roles=Roles(search=who, reserve=who, release=who, settings=who))
    reply = answers.may_not(locale, refusal, workspace)
    held = hold_answers.may_not_release(locale, HoldRefusal.NOT_THE_HOLDER, hold(3), workspace)
    assert refused_by_slack(reply) == refused_by_slack(held) == []
    assert reply.refusal == refusal
    if who == GROUP and refusal is not AccessRefusal.UNKNOWN:
        assert f"<!subteam^{TELEPHONY}>" in reply.text
        assert f"<!subteam^{TELEPHONY}>" in held.text


@BOTH_LANGUAGES
def test_where_the_desk_is_used_is_said_where_it_is_not(locale: str) -> None:
    channels = tuple(ChannelId(f"C{at:010}") for at in range(100))
    workspace = Workspace(id=WorkspaceId("T1"), channels=channels, notices=channels[3])
    reply = answers.not_here(locale, workspace)
    assert refused_by_slack(reply) == []
    assert reply.text.count("<#") == len(channels)
