"""Many numbers at once: a list is looked at line by line, confirmed once, done, and told on a card."""

import pytest

from handlers.batches.entries import BatchAction
from handlers.inventory.entries import InventoryAction
from store.batches.types import Stage
from store.numbers.types import Status
from store.workspaces.types import Credits
from tests.flow.batching import (
    FIFTH,
    FIRST,
    FIVE,
    FOURTH,
    SECOND,
    THIRD,
    batch,
    changes,
    confirms,
    does,
    lines,
    number,
    owns,
    previews,
    resting,
    services,
    statuses,
    twice,
    under,
)
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import errors, next_step
from tests.flow.product import Product

pytestmark = pytest.mark.usefixtures("alone")
ACQUIRED, RESTING = Status.ACQUIRED, Status.RESTING


def test_of_a_list_to_release_each_line_is_told_what_would_come_of_it_and_then_what_has(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    owns(ben)
    chloe.types("reserve 1 GB London")
    ben.types(f"assign {FOURTH} to queue Sales")
    does(ben, "release", FIFTH)
    preview = previews(
        ben,
        "release",
        "(206) 555-0100, +1 206-555-0101",
        "hello",
        "+1 206 555 01",
        "+1 206 555 0103",
        "+12065550104",
        "+1 206 555 0100",
        "+1 206 555 0150",
        "+44 20 7946 0000",
    )
    told = [
        "1. ✓ `+1 206-555-0100`",
        "2. ✓ `+1 206-555-0101`",
        "3. ✗ “hello”: this is not a number",
        "4. ✗ “+1 206 555 01”: there is no such number",
        "5. ✗ `+1 206-555-0103` is assigned to Call queue *Sales*: unassign it first.",
        "6. ✗ `+1 206-555-0104` was released and rests: restore it first.",
        "7. ✗ `+1 206-555-0100` is in the list already.",
        "8. ✗ `+1 206-555-0150` is not ours, so nothing can be done with it.",
        "9. ✗ `+44 20 7946 0000` is not ours, so nothing can be done with it.",
    ]
    assert lines(preview) == told
    assert "*2 of 9* would be released. Nothing was done yet." in preview.words
    assert "rests until" in preview.words
    assert statuses(desk) == [ACQUIRED, ACQUIRED, ACQUIRED, ACQUIRED, RESTING]

    report = confirms(ben, preview)
    assert lines(report) == told
    assert "*B-2*: 2 of 9 released." in report.words
    assert statuses(desk) == [RESTING, RESTING, ACQUIRED, ACQUIRED, RESTING]
    card = desk.card("B-2", f"{ben.mention} released *2 numbers* · *B-2*")
    assert "7 lines could not be done: *Show lines* says why." in card.words
    assert card.numbers == [FIRST, SECOND]
    assert card.buttons == ["Restore", "Show lines"]
    assert chloe.chooses(card, "Show lines").body["title"]["text"] == "Lignes de B-2"
    assert lines(chloe.modal())[2] == "3. ✗ «\u202fhello\u202f»\xa0: ce n\u2019est pas un numéro"
    assert desk.record("B-2") == [BatchAction.BATCH_BEGUN, BatchAction.BATCH_DONE]


def test_of_a_list_to_assign_each_line_may_name_its_service_and_all_others_go_to_that_of_the_modal(
    shared: Product, ben: Member
) -> None:
    desk = shared.desk
    shared.set_up(resting(credits=Credits(set_up=True)))
    owns(ben)
    owns(ben, "reserve 2 US type:toll-free", "H-2")
    shared.set_up(resting())
    preview = previews(
        ben,
        "assign",
        '+1 206 555 0100-0101 to bridge "Contoso"',
        "+1 206 555 0102 to bridge “contoso” default",
        "+1 206 555 0103",
        "+1 206 555 0104 to auto attendant Reception default",
        f"+1 206 555 0104 to queue {'Sales' * 13}",
        "+1 206 555 0104 to elevator Sales",
        "+1 800 555 0100 to queue Sales",
        "+1 800 555 0101 to bridge Contoso default",
        "+1 206 555 0105",
        "+1 206 555 0106 to bridge-line Contoso",
        kind="queue",
        name="Front desk",
    )
    told = lines(preview)
    assert told == [
        "1. ✓ `+1 206-555-0100` → Audio-conferencing bridge *Contoso*",
        "2. ✓ `+1 206-555-0101` → Audio-conferencing bridge *Contoso*",
        "3. ✓ `+1 206-555-0102` → Audio-conferencing bridge *Contoso* ★",
        "4. ✓ `+1 206-555-0103` → Call queue *Front desk*",
        "5. ✗ `+1 206-555-0104` · Only audio-conferencing bridges have a default number.",
        "6. ✗ `+1 206-555-0104` is in the list already.",
        "7. ✗ “+1 206 555 0104 to elevator Sales”: this is not a number",
        told[7],
        "9. ✗ Only a toll number can be the default of a bridge, and `+1 800-555-0101` is toll-free.",
        "10. ✗ `+1 206-555-0105` is not ours, so nothing can be done with it.",
        told[10],
    ]
    assert "Toll-free numbers need Communications Credits" in told[7]
    assert "`+1 206-555-0106` needs a service" in told[10]
    assert "resource account, which needs a licence of its own" in preview.words
    assert services(desk) == [""] * 5
    report = confirms(ben, preview)
    assert lines(report) == told
    assert services(desk) == ["Contoso", "Contoso", "Contoso ★", "Front desk", ""]
    assert f"{ben.mention} assigned *4 numbers* · *B-1*" in desk.card("B-1").words
    assert desk.card("B-1").buttons == ["Show lines"]
    assert desk.record(THIRD) == [InventoryAction.ASSIGNED]


def test_a_line_without_any_service_and_half_a_service_are_told(desk: Desk, ben: Member) -> None:
    owns(ben)
    view = ben.opens("assign many")
    half = errors(ben, view, list=FIRST, kind="bridge")
    assert half == {"name": "A service needs both, a kind and a name."}
    ben.finds(view, "name", "Contoso")
    assert errors(ben, view, kind=None, name="Contoso") == {"kind": half["name"]}
    preview = next_step(ben, ben.modal(), name=None, list=f"{FIRST}\n{SECOND} to queue {'x' * 61}")
    assert "Nothing would be assigned." in preview.words
    assert "needs a service: choose its kind and name below the list" in lines(preview)[0]
    assert "is too long: 60 characters are the most" in lines(preview)[1]
    assert preview.buttons == ["Back"]
    assert preview.body["submit"] is None
    assert desk.record(FIRST) == []


def test_of_a_list_to_unassign_a_default_must_wait_for_the_others_and_leaves_with_them(desk: Desk, ben: Member) -> None:
    owns(ben)
    does(ben, "assign", "+1 206 555 0100-0102 to bridge Contoso", f"{FOURTH} to queue Sales")
    preview = previews(ben, "unassign", FIRST, SECOND, FOURTH, FIFTH, "+1 206 555 0150", SECOND)
    assert lines(preview) == [
        "1. ✗ `+1 206-555-0100` is the default of Audio-conferencing bridge *Contoso*: name the next default first.",
        "2. ✓ `+1 206-555-0101` leaves Audio-conferencing bridge *Contoso*",
        "3. ✓ `+1 206-555-0103` leaves Call queue *Sales*",
        "4. ✗ `+1 206-555-0104` is not assigned to anything.",
        "5. ✗ `+1 206-555-0150` is not ours, so nothing can be done with it.",
        "6. ✗ `+1 206-555-0101` is in the list already.",
    ]
    assert "Who has one of these numbers in an invitation should move to another." in preview.words
    report = confirms(ben, preview)
    assert lines(report) == lines(preview)
    ben.closes(report)
    assert services(desk) == ["Contoso ★", "", "Contoso", "", ""]
    all_of_it = previews(ben, "unassign", FIRST, THIRD)
    assert [line[:4] for line in lines(all_of_it)] == ["1. ✓", "2. ✓"]
    confirms(ben, all_of_it)
    assert services(desk) == [""] * 5
    assert f"{ben.mention} unassigned *2 numbers* · *B-3*" in desk.card("B-3").words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("release +1 206 555 0100, +1 206 555 0101", "*2 of 2* would be released", id="release two"),
        pytest.param("release +1 206 555 0100-0104", "*5 of 5* would be released", id="release a range"),
        pytest.param("unassign +1 206 555 0100 +1 206 555 0101", "Nothing would be taken", id="unassign"),
        pytest.param('assign +1 206 555 0100-0101 to bridge "Contoso"', "*2 of 2* would be assigned", id="assign"),
    ],
)
def test_several_numbers_that_are_typed_are_looked_at_at_once(desk: Desk, ben: Member, typed: str, said: str) -> None:
    owns(ben)
    preview = ben.opens(typed)
    assert said in preview.words
    ben.presses(preview, "Back")
    assert ben.modal().standing("list") == typed.partition(" ")[2]
    assert changes(desk) == {}


def test_what_was_typed_stays_when_one_goes_back_and_one_batch_comes_of_it(desk: Desk, ben: Member) -> None:
    owns(ben)
    preview = previews(ben, "assign", FIRST, "hello", kind="queue", name="Front desk")
    ben.presses(preview, "Back")
    view = ben.modal()
    assert (view.standing("list"), view.standing("kind")) == (f"{FIRST}\nhello", "queue")
    assert view.standing("name") == "Front desk"
    preview = next_step(ben, view, list=f"{FIRST}\n{SECOND}")
    confirms(ben, preview)
    assert services(desk) == ["Front desk", "Front desk", "", "", ""]
    desk.settle()
    assert [len(desk.cards(name)) for name in ("B-1", "B-2")] == [1, 0]


def test_nothing_happens_before_it_is_confirmed_and_a_draft_is_forgotten_after_a_day(
    desk: Desk, ada: Member, ben: Member
) -> None:
    owns(ben)
    desk.settle()
    before = desk.texts()
    ben.closes(previews(ben, "release", *FIVE))
    desk.settle()
    assert desk.texts() == before
    assert statuses(desk) == [ACQUIRED] * 5
    assert desk.record("B-1") == []
    assert "There is no batch B-1 here." in ada.types("show B-1").text
    desk.advance(days=1, seconds=1)
    eventually(lambda: (it := batch(desk)) is None or it.stage is Stage.FORGOTTEN)


def test_a_list_without_any_number_is_refused_at_its_field(desk: Desk, ben: Member, chloe: Member) -> None:
    for listed in ("", "hello\n+1 206 555 01"):
        view = ben.opens("release many")
        assert errors(ben, view, list=listed)["list"].startswith("There is no number in the list.")
        ben.closes(view)
    view = chloe.opens("unassign many")
    assert "est trop longue\xa0: 1\u202f000 lignes au plus" in errors(chloe, view, list="+44 20 7946 0000-1000")["list"]
    assert batch(desk) is None


def test_a_modal_that_is_sent_twice_is_one_batch_done_once(desk: Desk, ben: Member) -> None:
    owns(ben)
    preview = previews(ben, "release", FIRST, SECOND)
    first, second = twice(desk, "view_submission", "batch_form")
    assert first == second
    confirms(ben, preview)
    first, second = twice(desk, "view_submission", "batch_confirm")
    assert first == second
    assert changes(desk) == {FIRST: 1, SECOND: 1}
    desk.settle()
    assert [len(desk.cards(name)) for name in ("B-1", "B-2")] == [1, 0]


def test_what_nothing_can_be_done_of_any_more_changes_nothing(desk: Desk, ada: Member, ben: Member) -> None:
    owns(ben)
    preview = previews(ben, "release", FIRST)
    does(ada, "release", FIRST)
    assert "Nothing of this can be done any more, so nothing was changed." in confirms(ben, preview).words
    assert changes(desk) == {FIRST: 1}
    again = previews(ben, "assign", FIRST, SECOND, kind="queue", name="Sales")
    does(ada, "assign", SECOND, THIRD, kind="queue", name="Orders")
    assert "Nothing of this can be done" in confirms(ben, again).words
    assert services(desk) == ["", "Orders", "Orders", "", ""]


def test_what_has_changed_since_the_preview_is_told_in_the_report(ada: Member, ben: Member) -> None:
    owns(ben)
    preview = previews(ben, "release", FIRST, SECOND)
    ada.types(f"assign {SECOND} to queue Sales")
    report = confirms(ben, preview)
    assert "*B-1*: 1 of 2 released." in report.words
    assert lines(report)[1] == "2. ✗ `+1 206-555-0101` is assigned to Call queue *Sales*: unassign it first."


def test_all_of_it_is_in_the_members_language_and_the_card_in_that_of_the_channel(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    owns(ben)
    view = chloe.opens("assign many")
    assert view.body["title"]["text"] == "Attribuer des numéros"
    assert "vous voyez ligne par ligne ce qui se passerait" in view.words
    preview = next_step(chloe, view, list=f"{FIRST} to bridge Contoso\nbonjour\n{SECOND}")
    assert "*1 sur 3* serait attribué. Rien n\u2019a encore été fait." in preview.words
    assert preview.buttons == ["Retour"]
    assert lines(preview) == [
        "1. ✓ `+1 206-555-0100` → Pont d\u2019audioconférence *Contoso* ★",
        "2. ✗ «\u202fbonjour\u202f»\xa0: ce n\u2019est pas un numéro",
        "3. ✗ Il manque un service à `+1 206-555-0101`\xa0: choisissez son type et son nom sous la liste, "
        "ou écrivez-les dans la ligne.",
    ]
    assert "*B-1*\xa0: 1 sur 3 attribué." in confirms(chloe, preview).words
    assert f"{chloe.mention} assigned *1 number* · *B-1*" in desk.card("B-1").words
    assert "a attribué *1 numéro*" in chloe.types("show B-1").words


def test_nothing_is_said_under_the_card_of_what_was_done_at_once(desk: Desk, ben: Member) -> None:
    owns(ben)
    does(ben, "assign", FIRST, kind="queue", name="Sales <!channel>")
    assert under(desk) == []
    found = number(desk, FIRST)
    assert found
    assert found.service
    assert "Sales &lt;!channel&gt;" in lines(ben.chooses(desk.card("B-1"), "Show lines"))[0]
    it = batch(desk)
    assert it
    assert (it.stage, it.done, it.refused) == (Stage.DONE, 1, 0)
