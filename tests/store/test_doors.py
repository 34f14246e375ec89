"""Every door asks for the right that what is behind it asks for: all commands, buttons, modals, lists and the Home tab.

What there is to try is read off the desk's own tables, so that what is new is tried by itself.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from functools import partial
from typing import Any

import pytest

from handlers import desk as door
from handlers.approvals import APPROVALS
from handlers.desk import FEATURES
from handlers.holds.views import choose
from handlers.home import home
from handlers.inventory.views import assign as assigning
from handlers.inventory.views import listing
from handlers.kit.blocks import pretty
from handlers.kit.member import Member, Standing
from handlers.kit.refusals import AccessRefusal
from handlers.kit.reply import Reply
from handlers.kit.tools import SlackSilent
from handlers.ports.views import letter, update
from handlers.ports.views.steps import LIST
from handlers.wanted.views import decline as wanted
from store import holds
from store.holds.types import HoldId
from store.types import E164, ChannelId
from store.workspaces.types import ADMINS, Circle, Policy, Roles, Who
from tests.desk import ADA, ALONE, BEN, CHANNEL, CHLOE, DEV, HOME, TELEPHONY, Desk, click, fill
from tests.orders import PIN, ready
from tests.rules.fields import selected, typed
from tests.store.serving import QUEUE, assign, own, release

STRANGER = replace(BEN, user=BEN.user, standing=Standing.STRANGER)
UNKNOWN = replace(BEN, standing=Standing.UNKNOWN)
PORTED = E164("+12065550177")
Way = Callable[[Desk, Member], Reply | list[object]]
ELSEWHERE, OWN_MESSAGES = ChannelId("C0ELSEWHERE"), ChannelId("D0ADA")
PLACES = (ELSEWHERE, OWN_MESSAGES, ChannelId(""))  # the last is the Home tab

COMMANDS = {
    "search": "search US Washington Seattle",
    "reserve": "reserve 1 US Washington Seattle",
    "show": "show H-2",
    "release": "release H-2",
    "list": "list",
    "assign": f"assign {PORTED} to queue Sales",
    "unassign": f"unassign {PORTED}",
    "services": "services",
    "restore": f"restore {PORTED}",
    "report": "report",
    "export": "export",
    "port": "port PO-1",
    "status": f"status {PORTED}",
    "log": "log",
    "settings": "settings",
    "quota": "quota",
    "pool": "pool",
    "request": "request 3 Illinois Chicago",
    "requests": "requests",
    "carriers": "carriers",
    "help": "help",
}
MORE_COMMANDS = [
    *("show B-1", "release many", f"release {PORTED}, +12065550178", "port new", "port list", "export log"),
    *(str(PORTED), "log H-1", "log PO-1", "assign many", "settings ports"),
]
# What any member may have done, and why.
OPEN = {
    "help": "it tells what can be asked",
    "quota": "it tells of no number, and whoever reserves must know it",
    "port_zone": "it lists the world's time zones",
    "take_back_approval": "only one's own approval is taken back",
}
FIELDS: dict[str, dict[str, Any]] = {
    "search": selected("search_kind", "toll"),
    "stock_import": {"stock_file": {"stock_file": {"files": [{"id": "F0123456"}]}}},
    "acquire": selected(choose.WHICH, choose.ALL),
    "decline": typed("reason", "no"),
    wanted.CALLBACK: typed(wanted.REASON, "no"),
    "rename_service": typed(assigning.NAME, "Others"),
    "next_default": selected(assigning.NUMBER, str(PORTED)),
    "assign_number": selected(assigning.KIND, QUEUE)
    | {assigning.NAME: {assigning.FIND_NAME: {"selected_option": {"value": "Sales"}}}}
    | {assigning.NUMBER: {assigning.FIND_NUMBER: {"selected_option": {"value": str(PORTED)}}}},
    "batch_form": typed("list", "+12060000000"),
    "port_sent": selected(update.CAPACITY, "confirmed"),
    "port_signed": typed(letter.SIGNER, "Wanda Zoll"),
    "port_updated": selected(update.STATE, "cancelled"),
    "port_taken_out": typed(update.NUMBERS, str(PORTED)),
    "port_step": typed(LIST, str(PORTED)),
}


@pytest.fixture
def locked(desk: Desk) -> Desk:
    """A desk with one of each thing, all of ADA's, whose roles are the admins' alone."""
    desk.set(policy=ALONE)
    first, second, *_ = own(desk, 3, by=ADA)
    assign(desk, first, "Contoso secret", by=ADA)
    release(desk, second, by=ADA)
    fill(desk.database, 9)
    assert desk.hold(ADA, 2).name == "H-2"
    desk.set(policy=Policy(approvals=1, approvers=ADMINS))
    desk.asks(ADA, desk.hold(ADA, 1))
    assert ready(desk, ADA, [PORTED]).name == "PO-1"
    assert door.type_command(desk.tools, click(ADA), "request 3 GB London").refusal == ""
    desk.set(roles=Roles(**{each.name: ADMINS for each in fields(Roles)}))
    return desk


def carried(name: str) -> dict[str, Any]:
    """What a button or a modal could carry."""
    of_request = {"hold": 3, "request": 1, "nonce": "H-3.1"}
    if name in APPROVALS.actions or name in APPROVALS.submissions:
        return of_request
    return {
        "hold": 2,
        "order": 1,
        "wanted": 1,
        "batch": 1,
        "service": 1,
        "shown": "of nothing",
        "version": 1,
        "nonce": "1.1",
        "number": "+12060000000",
        "do": listing.RELEASE,
        "verb": "release",
        "step": "numbers",
        "section": "ports",
        "search": "search US Washington Seattle",
        "these": ["+12060000004"],
        "file": "F0123456",
        "as": "free",
    }


def ways() -> Iterator[tuple[str, Way]]:
    """All that can be asked, pressed, sent and typed into, by its name."""
    for verb, text in [*COMMANDS.items(), *((text, text) for text in MORE_COMMANDS)]:
        yield verb, partial(types, text)
    tables: list[tuple[Mapping[str, Any], Any]] = [
        (FEATURES.actions, presses),
        (FEATURES.submissions, sends),
        (FEATURES.options, types_into),
        (FEATURES.shortcuts, uses),
    ]
    for table, do in tables:
        for name in table:
            yield name, partial(do, name)


def types(text: str, desk: Desk, by: Member) -> Reply:
    return door.type_command(desk.tools, click(by), text)


def presses(name: str, desk: Desk, by: Member) -> Reply:
    return door.press(desk.tools, click(by), name, carried(name), {})


def uses(name: str, desk: Desk, by: Member) -> Reply:
    return door.use_shortcut(desk.tools, click(by), name, f"Is {PORTED} ours?")


def sends(name: str, desk: Desk, by: Member) -> Reply:
    return door.submit(desk.tools, click(by), name, json.dumps(carried(name)), FIELDS.get(name, {}))


def types_into(name: str, desk: Desk, by: Member) -> list[object]:
    return [option.to_dict() for option in door.find(desk.tools, click(by), name, json.dumps(carried(name)), "")]


WAYS = tuple(ways())


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) == set(FEATURES.commands)


def secrets(desk: Desk) -> set[str]:
    """What only those with a right may read."""
    rows = desk.everything()
    numbers = {row[0] for row in rows["numbers"]} | {row[2] for row in rows["port_numbers"]}
    return {*numbers, *map(pretty, map(E164, numbers)), "for the bakery", "Contoso", "Old Telco", PIN}


def told(answer: Any) -> str:
    return repr(answer if isinstance(answer, list) else [answer.text, answer.blocks, answer.view, answer.errors])


def test_without_the_right_to_it_nothing_is_done_or_shown(locked: Desk) -> None:
    before, hidden, open_ = locked.everything(), secrets(locked), set[str]()
    for name, do in WAYS:
        for by in (CHLOE, DEV, STRANGER, UNKNOWN):
            answer = do(locked, by)
            if not (answer.refusal if isinstance(answer, Reply) else answer == []):
                open_.add(name)
                assert by is CHLOE, f"{name} does not ask who comes"
            shown = told(answer)
            assert [each for each in hidden if each in shown] == [], f"{name} shows it to {by.user}"
    assert open_ == set(OPEN)
    assert locked.everything() == before


def test_the_home_tab_shows_nothing_without_the_right_to_it(locked: Desk) -> None:
    shown = json.dumps(home.home(locked.tools, CHLOE, "1").to_dict())
    assert [each for each in secrets(locked) if each in shown] == []
    for command in ('"port new"', '"search"', '"log"', '"settings"'):
        assert command not in shown.replace("\\", "")
    of_admin = json.dumps(home.home(locked.tools, ADA, "1").to_dict())
    assert "for the bakery" in of_admin
    assert "PO-1" in of_admin


def test_where_slack_does_not_say_who_is_in_a_group_the_home_tab_waits(desk: Desk) -> None:
    group = Who(circle=Circle.GROUP, group=TELEPHONY)
    desk.set(roles=Roles(search=group))
    desk.slack.silent = True
    with pytest.raises(SlackSilent):
        home.home(desk.tools, CHLOE, "1")


def test_a_button_is_judged_by_where_it_leads_and_not_by_where_it_stands(locked: Desk) -> None:
    locked.set(channels=(ELSEWHERE,))
    before = locked.everything()
    for name in FEATURES.actions.keys() - FEATURES.anywhere:
        for place, about in [*((place, carried(name)) for place in PLACES), (OWN_MESSAGES, {})]:
            pressed = replace(click(ADA), channel=place, message="1.2")
            reply = door.press(locked.tools, pressed, name, about, {})
            assert reply.refusal == AccessRefusal.NOT_HERE, f"{name} in {place!r}"
    assert locked.everything() == before


@pytest.mark.parametrize("place", PLACES)
def test_what_leads_where_the_desk_is_used_is_pressed_anywhere(locked: Desk, place: ChannelId) -> None:
    locked.set(channels=(CHANNEL,))
    pressed = replace(click(ADA), channel=place, message="1.2")
    assert door.press(locked.tools, pressed, "show_numbers", carried("show_numbers"), {}).view


@pytest.mark.parametrize("callback", ["acquire", "port_sent", "batch_confirm"])
def test_a_modal_is_judged_by_where_it_leads(locked: Desk, callback: str) -> None:
    locked.set(channels=(ELSEWHERE,))
    sent = replace(click(ADA), channel=ELSEWHERE)
    reply = door.submit(locked.tools, sent, callback, json.dumps(carried(callback)), FIELDS.get(callback, {}))
    assert reply.refusal == AccessRefusal.NOT_HERE


def test_a_list_that_finds_as_one_types_is_judged_by_where_it_leads(locked: Desk) -> None:
    assert types_into("find_numbers", locked, ADA)
    locked.set(channels=(ELSEWHERE,))
    assert [name for name in FEATURES.options if types_into(name, locked, ADA)] == []


def test_a_card_that_had_to_go_into_somebodys_own_messages_is_of_use_there(locked: Desk) -> None:
    hold = locked.found(HOME, HoldId(2))
    with locked.database.begin() as db:
        holds.card_posted(db, hold, channel=OWN_MESSAGES, ts="1.2")
    locked.set(channels=(ELSEWHERE,))
    pressed = replace(click(ADA), channel=OWN_MESSAGES, message="1.2")
    assert door.press(locked.tools, pressed, "release_hold", {"hold": 2, "nonce": "H-2.1"}, {}).refusal == ""
