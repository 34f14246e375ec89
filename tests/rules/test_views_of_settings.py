"""The modals of the settings: taken by Slack with all user groups there can be, and showing what is set."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bot.workspace.blockkit import VIEW_WEIGHT_MOST, check_view, view_weight
from handlers.desk import FEATURES
from handlers.kit.member import Group
from handlers.kit.settings import Asking, Groups, fingerprint, merge, read
from handlers.settings.views import forms
from handlers.settings.views.overview import overview
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.workspaces.types import LOCALES, Circle, Credits, Licences, Policy, Roles, Who, Workspace
from tests.rules.fields import as_sent, setting_up
from tests.rules.shown import NONCE, TEAMMATES, elements, mentioned, words_of
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
ROWS = tuple(FEATURES.settings.values())
SECTIONS = FEATURES.sections
OF = {name: [row for row in ROWS if row.section == name] for name in SECTIONS}
FIRST = [row for row in ROWS if row.first]
FIRST_STEPS = "first steps"
EVERY_MODAL = table("name", [*SECTIONS, FIRST_STEPS])
MOST_METADATA = 3_000


def modal(name: str, locale: str, of: Workspace, groups: Groups) -> dict[str, Any]:
    asking = Asking(locale=locale, groups=groups)
    if name == FIRST_STEPS:
        return forms.first_steps(asking, SECTIONS.values(), FIRST, forms.as_set(FIRST, of)).to_dict()
    return forms.of_section(asking, SECTIONS[name], OF[name], forms.as_set(OF[name], of)).to_dict()


def shown(locale: str, of: Workspace, said: str = "") -> dict[str, Any]:
    return overview(locale, SECTIONS.values(), OF, of, NONCE, said).to_dict()


def merged(view: dict[str, Any], now: Workspace) -> Workspace:
    """The workspace where a modal was sent as it was shown, and nobody knows what it showed."""
    return merge(now, read(ROWS, as_sent(view), {})).workspace


LONGEST_HANDLE = 21  # that Slack takes


def groups(count: int) -> dict[GroupId, Group]:
    return {
        GroupId(f"S{at:010}"): Group(handle=f"{at:03}".ljust(LONGEST_HANDLE, "x"), users=frozenset())
        for at in range(count)
    }


def group(at: int) -> Who:
    return Who(circle=Circle.GROUP, group=GroupId(f"S{at:010}"))


NEW = Workspace(id=WorkspaceId("T1"))
ADMINS, NAMED = Who(circle=Circle.ADMINS), Who(circle=Circle.NAMED, members=TEAMMATES)
FULL = replace(
    NEW,
    licences=Licences(enterprise_e5=10_000_000, phone_system=1, audio_conferencing=60),
    credits=Credits(set_up=True, balance=Decimal("0.5"), auto_recharge=True),
    policy=Policy(approvals=5, toll_free=0, from_quantity=1_500, approvers=NAMED, extension_minutes=60),
    roles=Roles(search=ADMINS, reserve=group(0), release=Who(), settings=group(4), manage=group(5)),
    channels=tuple(ChannelId(f"C{at:010}") for at in range(100)),
    locale="fr",
    notices=ChannelId("C0NOTICES"),
    hold_minutes=60,
    rest_days=180,
    country="GB",
    port_lead_days={"GB": 7, "FR": 12},
    port_silent_days={"processing": 4, "error": 90},
)
OF_GROUPS = replace(
    NEW,
    policy=Policy(approvals=2, toll_free=3, approvers=group(3)),
    roles=Roles(search=group(1), reserve=group(2), release=group(3), settings=group(4)),
)
EVERY_WORKSPACE = table(
    "of",
    [
        pytest.param(NEW, id="nothing set"),
        pytest.param(FULL, id="everything set"),
        pytest.param(OF_GROUPS, id="groups everywhere"),
        pytest.param(replace(NEW, roles=Roles(search=group(999))), id="a group that is not there any more"),
    ],
)


@BOTH_LANGUAGES
@EVERY_MODAL
@EVERY_WORKSPACE
def test_a_modal_is_taken_by_slack(locale: str, name: str, of: Workspace) -> None:
    _is_taken(locale, name, of, 5)


@pytest.mark.slow
@BOTH_LANGUAGES
@EVERY_MODAL
@EVERY_WORKSPACE
@table("count", [0, 100, 101, 450])
def test_a_modal_with_all_groups_there_can_be_is_taken_by_slack(
    locale: str, name: str, of: Workspace, count: int
) -> None:
    _is_taken(locale, name, of, count)


def _is_taken(locale: str, name: str, of: Workspace, count: int) -> None:
    view = modal(name, locale, of, groups(count))
    assert check_view(view) == []
    assert view_weight(view) < VIEW_WEIGHT_MOST
    assert len(view["private_metadata"]) < MOST_METADATA - 200  # where it was opened is added to it


@BOTH_LANGUAGES
@EVERY_MODAL
def test_the_longest_handle_fits_as_an_option(locale: str, name: str) -> None:
    view = modal(name, locale, NEW, {GroupId("S0LONG"): Group(handle="x" * 200, users=frozenset())})
    assert check_view(view) == []


@BOTH_LANGUAGES
@EVERY_MODAL
@EVERY_WORKSPACE
def test_what_is_sent_as_it_was_shown_is_what_was_set(locale: str, name: str, of: Workspace) -> None:
    view, asked = modal(name, locale, of, groups(5)), FIRST if name == FIRST_STEPS else OF[name]
    sent = merged(view, NEW)
    assert {row.name: row.of(sent) for row in asked} == {row.name: row.of(of) for row in asked}
    assert [row.name for row in ROWS if row not in asked and row.of(sent) != row.of(NEW)] == []


@BOTH_LANGUAGES
@EVERY_MODAL
@EVERY_WORKSPACE
def test_a_modal_knows_what_it_showed(locale: str, name: str, of: Workspace) -> None:
    view = modal(name, locale, of, {})
    sent = read(ROWS, as_sent(view), json.loads(view["private_metadata"])["shown"])
    assert {each.row.name: each.shown for each in sent} == {each.row.name: fingerprint(each.row, of) for each in sent}
    assert merge(of, sent).workspace == of


def fields_of(view: dict[str, Any]) -> dict[str, Any]:
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


@BOTH_LANGUAGES
def test_the_first_steps_ask_for_licences_credits_approvals_and_a_channel(locale: str) -> None:
    assert list(fields_of(modal(FIRST_STEPS, locale, NEW, {}))) == [
        *("enterprise_e5", "phone_system", "audio_conferencing"),
        *("credits", "balance"),
        *("approvals", "approvers", "approver_members"),
        "notices",
    ]


def test_all_sections_together_ask_for_everything_once() -> None:
    asked = [block for name in SECTIONS for block in fields_of(modal(name, "en", NEW, {}))]
    assert sorted(asked) == sorted(setting_up())


@table("block", setting_up())
def test_a_field_is_called_like_its_block(block: str) -> None:
    (element,) = (fields[block] for name in SECTIONS if block in (fields := fields_of(modal(name, "en", NEW, {}))))
    assert element["action_id"] == block


def choices(of: Workspace, name: str, count: int = 0) -> list[str]:
    section = "approvals" if name == "approvers" else "roles"
    listed = fields_of(modal(section, "en", of, groups(count)))[name]
    return [option["text"]["text"] for group in listed["option_groups"] for option in group["options"]]


def test_who_approves_is_any_member_of_the_channel_named_members_admins_or_a_group() -> None:
    assert choices(NEW, "approvers") == ["Any member of the channel", "Named members", "Admins only"]
    assert choices(NEW, "approvers", 1)[3:] == ["@000xxxxxxxxxxxxxxxxxx"]


@table("name", [row.name for row in OF["roles"]])
def test_a_role_is_for_any_member_admins_or_a_group(name: str) -> None:
    assert choices(NEW, name) == ["Any member", "Admins only"]
    assert choices(NEW, name, 1)[2:] == ["@000xxxxxxxxxxxxxxxxxx"]


def test_groups_are_listed_by_their_handles() -> None:
    handles = choices(NEW, "approvers", 450)[3:]
    assert handles == sorted(handles)
    assert len(handles) > 100


def test_a_group_that_is_set_is_listed_though_there_are_too_many() -> None:
    of = replace(NEW, policy=Policy(approvers=group(449)))
    assert "@449xxxxxxxxxxxxxxxxxx" in choices(of, "approvers", 450)
    assert "@449xxxxxxxxxxxxxxxxxx" not in choices(NEW, "approvers", 450)


@BOTH_LANGUAGES
@EVERY_MODAL
def test_the_modals_mention_nobody(locale: str, name: str) -> None:
    of = replace(OF_GROUPS, policy=Policy(approvers=NAMED))
    view = modal(name, locale, of, groups(5))
    assert "<" not in json.dumps(view)
    picked = {user for element in elements(view) for user in element.get("initial_users", [])}
    assert picked <= set(map(UserId, TEAMMATES))


@BOTH_LANGUAGES
@EVERY_WORKSPACE
def test_the_overview_is_taken_by_slack(locale: str, of: Workspace) -> None:
    view = shown(locale, of, "Settings saved.")
    assert check_view(view) == []


@table(("locale", "label"), [("en", "Change"), ("fr", "Modifier")])
def test_the_overview_has_a_button_for_each_section(locale: str, label: str) -> None:
    pressed = [block["accessory"] for block in shown(locale, NEW)["blocks"]]
    assert [json.loads(button["value"])["section"] for button in pressed] == list(SECTIONS)
    assert {button["text"]["text"] for button in pressed} == {label}
    assert {button["action_id"].partition(":")[0] for button in pressed} == {"change_setting"}


@table(
    ("of", "english", "french"),
    [
        pytest.param(NEW, "Balance, if known: *not known*", "connu\u00a0: *inconnu*", id="no balance"),
        pytest.param(
            NEW,
            "Communications Credits: *Not set up*",
            "Crédits de communication\u00a0: *Non configurés*",
            id="not ticked",
        ),
        pytest.param(
            FULL, "Communications Credits: *Set up*", "Crédits de communication\u00a0: *Configurés*", id="ticked"
        ),
        pytest.param(FULL, "Balance, if known: *0.50*", "connu\u00a0: *0.50*", id="a balance"),
        pytest.param(
            NEW,
            "How many for toll-free numbers: *as many as for toll numbers*",
            "Combien pour les numéros gratuits\u00a0: *autant que pour les numéros payants*",
            id="toll-free like toll",
        ),
        pytest.param(
            FULL,
            "How many for toll-free numbers: *0*",
            "Combien pour les numéros gratuits\u00a0: *0*",
            id="none for toll-free",
        ),
        pytest.param(
            NEW,
            "Channels where the desk may be used: *all*",
            "Canaux où le guichet peut être utilisé\u00a0: *tous*",
            id="all channels",
        ),
        pytest.param(FULL, "*<#C0000000000> <#C0000000001> <#C0000000002> …*", "<#C0000000002> …*", id="many channels"),
        pytest.param(
            FULL, "Language in channels: *Français*", "Langue dans les canaux\u00a0: *Français*", id="language"
        ),
        pytest.param(FULL, "in business days: *FR 12, GB 7*", "en jours ouvrés\u00a0: *FR 12, GB 7*", id="lead days"),
        pytest.param(
            FULL,
            "*Refused by the losing carrier 90, Processing 4*",
            "opérateur cédant 90, En traitement 4*",
            id="silent days",
        ),
        pytest.param(NEW, "Days until a reminder: *the usual*", "un rappel\u00a0: *les délais habituels*", id="usual"),
        pytest.param(
            NEW,
            "Who may approve: *Any member of the channel*",
            "Qui peut approuver\u00a0: *Tout membre du canal*",
            id="who",
        ),
        pytest.param(
            OF_GROUPS, "Reserve: *<!subteam^S0000000002>*", "Réserver\u00a0: *<!subteam^S0000000002>*", id="group"
        ),
    ],
)
def test_the_overview_tells_what_is_set_in_words(of: Workspace, english: str, french: str) -> None:
    assert english in words_of(shown("en", of))
    assert french in words_of(shown("fr", of))


def test_of_many_who_are_named_the_overview_mentions_the_first() -> None:
    told = mentioned(words_of(shown("en", replace(NEW, policy=Policy(approvers=NAMED)))))
    assert told == {f"<@{user}>" for user in TEAMMATES[:3]}
