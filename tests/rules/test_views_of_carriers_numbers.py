"""What is said of a hold of carriers' numbers is true of them: where they go, what they cost, which are ours."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from bot.workspace.blockkit import check_view
from handlers import carriers
from handlers.approvals.views import decline, request
from handlers.carriers.entries import CarrierAction
from handlers.carriers.views.standing import not_given_up, standing
from handlers.holds.entries import HoldAction
from handlers.holds.subject import APPROVAL
from handlers.holds.views import answers, card, choose, lines, numbers
from handlers.kit.blocks import FIRST
from handlers.quota import Left
from store.approvals.types import Verdict
from store.audit.types import Deed
from store.carriers.types import Line, State
from store.holds.types import Hold, Outcome
from store.workspaces.types import LOCALES
from tests.rules import shown
from tests.rules.shown import NOW, e164s, held, hold, labels, refused_by_slack, words
from tests.rules.shown import request as asked_for
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
POOL = {"en": "pool", "fr": "dans le stock"}
UNTIL = NOW + timedelta(minutes=30)
BLAME = ["omebody else", "elqu"]


def line(at: int, state: State = State.HELD, *, keeps: bool = True, **values: Any) -> Line:
    named = Line(
        id=at + 1,
        workspace=hold(1).workspace,
        hold=hold(1).id,
        e164=e164s(at + 1)[at],
        carrier="telnyx" if keeps else "acs",
        title="Telnyx" if keeps else "Azure Communication Services",
        reference=UUID(int=1),
        held_under=UUID(int=1),
        state=state,
        until=UNTIL,
        kept_to_end=keeps,
        monthly=Decimal("1.50"),
        currency="USD",
        changed_at=NOW,
    )
    return replace(named, **values)


def at_carriers(of: Hold) -> Hold:
    return replace(of, at_carriers=True)


def card_of(locale: str, of: Hold, its: Sequence[Line]) -> Any:
    first = e164s(of.acquired or of.size)[:FIRST]
    sight = card.HoldCard(hold=of, numbers=first, room=Left(left=17, quota=20), now=NOW, lines=its)
    return card.card(locale, sight)


@BOTH_LANGUAGES
@table(
    ("its", "size", "said"),
    [
        pytest.param([line(0), line(1)], 2, ["Telnyx", str(int(UNTIL.timestamp()))], id="kept until its stamp"),
        pytest.param([line(0, keeps=False)], 1, ["Azure Communication Services"], id="given back at once"),
        pytest.param([line(0)], 2, ["Telnyx", "stock"], id="some are of the stock"),
        pytest.param([line(0), line(1, keeps=False)], 3, ["Telnyx", "Azure", "stock"], id="some of each"),
        pytest.param([line(0, State.TO_HOLD, until=None)], 1, ["Telnyx"], id="not held yet"),
        pytest.param([line(0, State.ENDED)], 1, ["Telnyx"], id="its time is over"),
    ],
)
def test_what_becomes_of_carriers_numbers_is_said_everywhere(
    locale: str, its: Sequence[Line], size: int, said: list[str]
) -> None:
    of = at_carriers(hold(size))
    fate = carriers.fate(locale, of, its, NOW)
    released = Deed(workspace=of.workspace, at=NOW, who=of.held_by, action=HoldAction.RELEASED, subject=of.name)
    confirm = next(
        element["confirm"]["text"]["text"]
        for block in card_of(locale, of, its).blocks
        for element in block.to_dict().get("elements", [])
        if "confirm" in element
    )
    told = [
        fate,
        json.dumps(choose.acquire(locale, of, held(size), fate).to_dict(), ensure_ascii=False),
        confirm,
        lines.warning(locale, of, None, fate).text,
        lines.ended(locale, [of], {}, {of.id: fate}).text,
        lines.ended(locale, [of, of], {}, {of.id: fate}).text,
        (lines.line(locale, of, released, fate) or pytest.fail("released is told")).text,
    ]
    assert all(part in each for each in told for part in said)
    assert len(confirm) <= 300
    assert refused_by_slack(card_of(locale, of, its)) == []
    if "stock" not in said:
        assert not [each for each in told if POOL[locale] in each]


def test_numbers_of_the_stock_alone_go_back_to_the_pool() -> None:
    assert carriers.fate("en", hold(3), (), NOW) == "pool"


@BOTH_LANGUAGES
@table("verdict", [Verdict.APPROVED, Verdict.DECLINED, Verdict.RAN_OUT])
def test_a_request_for_carriers_numbers_speaks_of_no_pool(locale: str, verdict: Verdict) -> None:
    of, asked = at_carriers(hold(3)), asked_for(3, verdict=verdict)
    told = [
        request.verdict(locale, APPROVAL, of, asked).text,
        request.approved(locale, APPROVAL, of, replace(asked, needed=0)).text,
        json.dumps(decline.decline(locale, APPROVAL, of, asked).to_dict(), ensure_ascii=False),
        answers.over(locale, at_carriers(shown.ran_out(3))),
    ]
    assert not [each for each in told if POOL[locale] in each]


@table(
    ("states", "said", "can_assign"),
    [
        pytest.param([State.OURS, State.OURS], "acquired *2 of 2", True, id="all are ours"),
        pytest.param([State.OURS, State.FAILED], "acquired *1 of 2", True, id="one was not given"),
        pytest.param([State.WAITING, State.CANCELLED], "ordered *1 of 2", False, id="one waits, one was cancelled"),
        pytest.param([State.FAILED, State.CANCELLED], "none of them was to be had", False, id="none was given"),
    ],
)
def test_a_card_counts_what_carriers_gave(states: list[State], said: str, *, can_assign: bool) -> None:
    its = [line(at, state, code="x") for at, state in enumerate(states)]
    for locale in LOCALES:
        message = card_of(locale, at_carriers(shown.acquired(2, 2)), its)
        assert refused_by_slack(message) == []
        assert any(each in ("Assign", "Attribuer") for each in labels(message)) is can_assign
    assert said in words(card_of("en", at_carriers(shown.acquired(2, 2)), its))


@BOTH_LANGUAGES
@table("size", [2, 40, 1_500])
def test_who_chooses_among_numbers_sees_what_each_costs(locale: str, size: int) -> None:
    of, costs = at_carriers(hold(size)), dict.fromkeys(e164s(size), "€1,234.56 par mois")
    chosen = choose.acquire(locale, of, held(size), costs=costs).to_dict()
    seen = numbers.numbers(locale, of, held(size), None, costs).to_dict()
    assert check_view(chosen) == check_view(seen) == []
    assert json.dumps(seen, ensure_ascii=False).count("€1,234.56") == size


@BOTH_LANGUAGES
@table("count", [1, 2])
def test_what_a_carrier_will_not_have_back_is_said_with_its_reason(locale: str, count: int) -> None:
    lines = [line(at, State.NOT_GIVEN_UP, code="10015", detail="It is locked.") for at in range(count)]
    said = not_given_up(locale, lines)
    assert all(word in said for word in ("Telnyx", "It is locked (`10015`)"))
    assert not_given_up(locale, [line(0, State.OURS)]) == ""


@BOTH_LANGUAGES
@table(
    ("code", "detail", "said"),
    [
        pytest.param("20100", "Insufficient Funds", {"en": "too little money", "fr": "approvisionné"}, id="Telnyx's"),
        pytest.param("NotEnoughCredit", "No.", {"en": "too little money", "fr": "approvisionné"}, id="of Azure"),
        pytest.param("unsaid", "", {"en": "did not say why", "fr": "pas dit pourquoi"}, id="none"),
        pytest.param("85999", "", {"en": "did not say why", "fr": "pas dit pourquoi"}, id="an unknown one alone"),
        pytest.param(
            "85999", "An <odd> one.", {"en": "An &lt;odd&gt; one (", "fr": "An &lt;odd&gt; one ("}, id="unknown"
        ),
        pytest.param("PurchaseFailed", "No bill.", {"en": "No bill (", "fr": "No bill ("}, id="vague, with words"),
        pytest.param("PurchaseFailed", "", {"en": "went wrong", "fr": "incident"}, id="vague, without"),
    ],
)
def test_why_a_number_failed_is_said_in_our_words_where_the_code_is_known(
    locale: str, code: str, detail: str, said: dict[str, str]
) -> None:
    message = card_of(locale, at_carriers(hold(1)), [line(0, State.FAILED, code=code, detail=detail)])
    failed = "\n".join(block.to_dict()["text"]["text"] for block in message.blocks if block.type == "section")
    assert said[locale] in failed
    assert f"`{code}`" in failed
    tries_others = {"en": "Try others", "fr": "Essayez-en"}[locale]
    assert (tries_others in failed) is (code not in ("20100", "NotEnoughCredit"))


@BOTH_LANGUAGES
@table(
    ("code", "said", "never"),
    [
        pytest.param("taken", {"en": "Somebody else got", "fr": "Quelqu"}, ["`taken`"], id="by somebody else"),
        pytest.param("20100", {"en": "too little money", "fr": "approvisionné"}, BLAME, id="no money"),
        pytest.param("10009", {"en": "does not accept", "fr": "accepte pas"}, BLAME, id="a wrong key"),
        pytest.param("unsaid", {"en": "did not say why", "fr": "pas dit pourquoi"}, BLAME, id="nobody knows why"),
    ],
)
def test_why_a_number_is_not_held_is_said_and_nobody_else_blamed(
    locale: str, code: str, said: dict[str, str], never: list[str]
) -> None:
    of = replace(at_carriers(hold(1)), outcome=Outcome.RELEASED, closed_at=NOW)
    card_ = words(card_of(locale, of, [line(0, State.GONE, code=code)]))
    entry = Deed(
        workspace=of.workspace,
        at=NOW,
        who=of.held_by,
        action=CarrierAction.GONE,
        subject=of.name,
        after={"numbers": [e164s(1)[0]], "carrier": "Telnyx", "code": code, "detail": ""},
    )
    told = (carriers.line(locale, of, entry) or pytest.fail("it is told")).text
    assert told.startswith(f"<@{of.held_by}>")
    for each in (card_, told):
        assert said[locale].lower() in each.lower()
        assert not [word for word in never if word in each]


@table("state", [State.PAPERS, State.DROPPING])
def test_numbers_of_which_the_same_is_said_are_named_together(state: State) -> None:
    def lines_of_text(count: int) -> int:
        stamps = [UNTIL + at * timedelta(microseconds=1) for at in range(count)]
        papers = stamps if state is State.PAPERS else [None] * count
        its = [line(at, state, until=stamps[at], papers_until=papers[at]) for at in range(count)]
        (block,) = standing("en", its, NOW)
        return len(block.to_dict()["text"]["text"].splitlines())

    assert lines_of_text(2) == lines_of_text(1)


@BOTH_LANGUAGES
def test_a_hold_that_is_kept_up_says_until_when(locale: str) -> None:
    kept_up = line(0, keeps=False, wanted_until=UNTIL, extend_at=NOW, at_most=UNTIL + timedelta(hours=1))
    said = carriers.at_most(locale, [kept_up])
    assert len(said) == 2
    assert str(int(UNTIL.timestamp())) in said[0]
    assert len(carriers.at_most(locale, [replace(kept_up, extend_at=None)])) == 1


@BOTH_LANGUAGES
def test_papers_are_told_with_what_until_when_and_where_they_are_handed_in(locale: str) -> None:
    wanted = line(0, State.PAPERS, papers="Proof of an address\nA passport", papers_until=UNTIL)
    another = replace(wanted, id=2, e164=e164s(2)[1], reference=UUID(int=2))
    (block,) = standing(locale, [wanted, another], NOW)
    said = block.to_dict()["text"]["text"]
    for each in (wanted, another):
        assert str(each.reference) in said
    assert said.count("Proof of an address, A passport") == 2
    assert str(int(UNTIL.timestamp())) in said
    (without,) = standing(locale, [replace(wanted, papers_until=None)], NOW)
    assert str(wanted.reference) in without.to_dict()["text"]["text"]
