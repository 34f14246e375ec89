"""Each setting is a row: its field, its reading and refusal, its change in the record and in words follow from it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bot.workspace.blockkit import check_view
from handlers import desk
from handlers.kit.blocks import form
from handlers.kit.fields import Fields
from handlers.kit.member import Member, Standing
from handlers.kit.messages import say
from handlers.kit.settings import Asking, Sent, fields, fingerprint, in_words, may_see, merge, read
from handlers.kit.words import BadField
from handlers.settings.entries import changes
from store.audit.types import Deed
from store.types import ChannelId, GroupId, Kind, Place, UserId, WorkspaceId
from store.workspaces.columns import APPROVALS, HOLD_MINUTES
from store.workspaces.kinds import Tick
from store.workspaces.settings import Seen, Setting
from store.workspaces.types import LOCALES, Circle, Threshold, Who, Workspace
from tests.rules.fields import as_sent, conversation, conversations, people, picked, selected, typed
from tests.rules.shown import NOW
from tests.table import table

NEW = Workspace(id=WorkspaceId("T1"))
BOTH_LANGUAGES = table("locale", LOCALES)
SETTINGS = desk.FEATURES.settings
ROWS = tuple(SETTINGS.values())
GROUP = Who(circle=Circle.GROUP, group=GroupId("S0TELEPHONY"))
NAMED = Who(circle=Circle.NAMED, members=(UserId("U0ADA0001"), UserId("U0BEN0001")))
ROLES = [row.name for row in ROWS if row.section == "roles"]
LOW = (
    Threshold(place=Place(country="US", region="Washington", city="Seattle"), kind=Kind.TOLL, least=20),
    Threshold(place=Place(country="GB"), kind=Kind.TOLL_FREE, least=10_000),
)
LOW_TYPED = "US wa seattle 20\nLondres gratuit 10000"
LOW_WRITTEN = '[["US", "Washington", "Seattle", "toll", 20], ["GB", "", "", "toll_free", 10000]]'
SILENT = {
    **typed("port_silent_days_processing", "4"),
    **typed("port_silent_days_contacting_carrier", "5"),
    **typed("port_silent_days_transfer_approved", "10"),
    **typed("port_silent_days_transfer_pending", "1"),
    **typed("port_silent_days_error", "90"),
}

# Of each setting: a value, how it is sent, what the record has of it, what is said of it; and what is refused.
Case = tuple[Any, Fields, Any, str, Fields | None]
CASES: dict[str, Case] = {
    "enterprise_e5": (7, typed("enterprise_e5", "7"), 7, "7", typed("enterprise_e5", "-1")),
    "phone_system": (10_000_000, typed("phone_system", "10000000"), 10_000_000, "10000000", typed("phone_system", "x")),
    "audio_conferencing": (1, typed("audio_conferencing", "1"), 1, "1", typed("audio_conferencing", "")),
    "credits_set_up": (True, picked("credits", "set_up"), True, "✓", None),
    "credits_auto_recharge": (True, picked("credits", "auto_recharge"), True, "✓", None),
    "credits_balance": (Decimal("12.50"), typed("balance", "12,5"), "12.50", "12.50", typed("balance", "lots")),
    "approvals": (3, typed("approvals", "3"), 3, "3", typed("approvals", "6")),
    "approvers": (
        NAMED,
        selected("approvers", "named") | people("approver_members", *NAMED.members),
        "named U0ADA0001 U0BEN0001",
        "<@U0ADA0001> <@U0BEN0001>",
        selected("approvers", "nobody"),
    ),
    "approvals_toll_free": (0, typed("approvals_toll_free", "0"), 0, "0", typed("approvals_toll_free", "6")),
    "approvals_from": (2, typed("approvals_from", "2"), 2, "2", typed("approvals_from", "0")),
    "extension_minutes": (60, typed("extension_minutes", "60"), 60, "60", typed("extension_minutes", "61")),
    "approve_releases": (True, picked("approve_releases", "approve_releases"), True, "✓", None),
    "hold_minutes": (5, typed("hold_minutes", "5"), 5, "5", typed("hold_minutes", "0")),
    "rest_days": (180, typed("rest_days", "180"), 180, "180", typed("rest_days", "181")),
    "country": ("FR", typed("country", "fr"), "FR", "FR", typed("country", "XX")),
    "port_lead_days": (
        {"FR": 12, "GB": 7},
        typed("port_lead_days", "GB 7, fr 12"),
        "FR 12, GB 7",
        "FR 12, GB 7",
        typed("port_lead_days", "GB 91"),
    ),
    "port_silent_days": (
        {"processing": 4, "error": 90},
        SILENT,
        "error 90, processing 4",
        " 90, ",
        SILENT | typed("port_silent_days_error", "91"),
    ),
    "low_stock": (LOW, typed("low_stock", LOW_TYPED), LOW_WRITTEN, "Seattle", typed("low_stock", "US 10001")),
    "carriers": (
        ("telnyx", "acs"),
        typed("carriers", "Telnyx, acs"),
        "telnyx acs",
        "telnyx, acs",
        typed("carriers", "a a"),
    ),
    "carrier_price": (Decimal("2.50"), typed("carrier_price", "2,5"), "2.50", "2.50", typed("carrier_price", "much")),
    "no_resale": (True, picked("no_resale", "no_resale"), True, "✓", None),
    "locale": ("fr", selected("language", "fr"), "fr", "Français", selected("language", "de")),
    "notices": (ChannelId("C0NOTICES"), conversation("notices", "C0NOTICES"), "C0NOTICES", "<#C0NOTICES>", None),
    "channels": (
        (ChannelId("C0TWO"), ChannelId("C0ONE")),
        conversations("channels", "C0TWO", "C0ONE"),
        ["C0TWO", "C0ONE"],
        "<#C0TWO> <#C0ONE>",
        None,
    ),
    "port_secret_days": (9, typed("port_secret_days", "9"), 9, "9", typed("port_secret_days", "366")),
    "release_request_days": (3, typed("release_request_days", "3"), 3, "3", typed("release_request_days", "0")),
    **{
        name: (
            GROUP,
            selected(name, "group:S0TELEPHONY"),
            "group S0TELEPHONY",
            "<!subteam^S0TELEPHONY>",
            selected(name, "named"),
        )
        for name in ROLES
    },
}
EVERY_ROW = table("name", CASES)


def test_every_setting_is_tried() -> None:
    assert CASES.keys() == SETTINGS.keys()


@EVERY_ROW
def test_a_setting_begins_as_its_row_says(name: str) -> None:
    assert SETTINGS[name].of(NEW) == SETTINGS[name].default


@EVERY_ROW
def test_a_setting_is_put_into_a_workspace_and_nothing_else_changes(name: str) -> None:
    row, (value, *_) = SETTINGS[name], CASES[name]
    after = row.put(NEW, value)
    assert row.of(after) == value != row.default
    assert [other.name for other in ROWS if other.of(after) != other.default] == [name]


@EVERY_ROW
def test_a_setting_is_kept_and_written_so_that_it_can_be_read(name: str) -> None:
    row, (value, _, written, *_) = SETTINGS[name], CASES[name]
    for each in (value, row.default):
        assert row.kind.loaded(row.kind.kept(each)) == each
        assert row.kind.read(json.loads(json.dumps(row.kind.written(each)))) == each
    assert row.kind.written(value) == written


@EVERY_ROW
def test_a_setting_is_read_from_its_field(name: str) -> None:
    row, (value, sent, *_) = SETTINGS[name], CASES[name]
    assert {each.row.name: each.value for each in read(ROWS, sent, {})}[name] == value
    assert read([row], {}, {}) == []


@EVERY_ROW
def test_a_setting_that_cannot_be_is_refused_at_a_field_of_its_own_in_both_languages(name: str) -> None:
    refused = CASES[name][4]
    if refused is None:
        return
    with pytest.raises(BadField) as bad:
        read([SETTINGS[name]], refused, {})
    assert bad.value.field in refused
    assert bad.value.field.startswith(SETTINGS[name].block_id)
    for locale in LOCALES:
        assert say(locale, bad.value.key, **bad.value.values)


@BOTH_LANGUAGES
@EVERY_ROW
def test_a_setting_is_asked_with_its_label_and_shows_what_is_set(locale: str, name: str) -> None:
    row, (value, *_) = SETTINGS[name], CASES[name]
    asking = Asking(locale=locale, groups={})
    view = form(locale, "of", "settings-title", "button-save", blocks=fields(asking, [row], row.put(NEW, value)))
    shown = view.to_dict()
    assert check_view(shown) == []
    (sent,) = read([row], as_sent(shown), {})
    assert sent.value == value
    if name != "port_silent_days":  # a field for each state, each with a label of its own
        assert shown["blocks"][0]["label"]["text"] == say(locale, row.label)


@BOTH_LANGUAGES
@EVERY_ROW
def test_a_setting_is_told_in_words(locale: str, name: str) -> None:
    row, (value, _, _, said, _) = SETTINGS[name], CASES[name]
    beside = {"✓": say(locale, row.kind.text)} if isinstance(row.kind, Tick) and row.kind.text != row.label else {}
    assert beside.get(said, said) in in_words(locale, row, row.kind.written(value))
    assert in_words(locale, row, row.kind.written(row.default))


@BOTH_LANGUAGES
@EVERY_ROW
def test_the_record_tells_a_change_by_the_settings_label(locale: str, name: str) -> None:
    row, (_, _, written, said, _) = SETTINGS[name], CASES[name]
    (told,) = changes(SETTINGS, locale, deed({name: row.written(NEW)}, {name: written}))
    assert told.startswith(f"{say(locale, row.label)}: ")
    assert said in told.partition(" → ")[2]


def deed(before: Mapping[str, Any], after: Mapping[str, Any]) -> Deed:
    return Deed(
        workspace=NEW.id, at=NOW, who=UserId("U1"), action="settings_changed", subject="s", before=before, after=after
    )


@table(
    ("wanted", "shown", "now", "becomes"),
    [
        pytest.param(1, 1, 1, "nothing", id="left as it was"),
        pytest.param(1, 1, 3, "nothing", id="left as it was shown, though somebody changed it"),
        pytest.param(2, 1, 1, "changed", id="changed"),
        pytest.param(3, 1, 3, "nothing", id="both changed it to the same"),
        pytest.param(2, 1, 3, "conflict", id="both changed it"),
        pytest.param(2, None, 3, "changed", id="nobody knows what was shown"),
        pytest.param(3, None, 3, "nothing", id="nobody knows what was shown, and it is so"),
    ],
)
def test_only_what_a_member_changed_is_put_into_the_workspace(
    wanted: int, shown: int | None, now: int, becomes: str
) -> None:
    known = None if shown is None else fingerprint(APPROVALS, APPROVALS.put(NEW, shown))
    workspace = APPROVALS.put(NEW, now)
    done = merge(workspace, [Sent(row=APPROVALS, value=wanted, shown=known)])
    assert (done.changed, done.conflicts) == (
        (APPROVALS,) if becomes == "changed" else (),
        (APPROVALS,) if becomes == "conflict" else (),
    )
    assert done.workspace == (APPROVALS.put(NEW, wanted) if becomes == "changed" else workspace)


@table("forged", [None, 7, "", "0" * 10, {}, []])
def test_what_was_shown_is_not_believed_but_compared(forged: Any) -> None:
    (sent,) = read([APPROVALS], typed("approvals", "2"), {"approvals": forged})
    assert sent.shown == (forged if isinstance(forged, str) else None)


SECRET: Setting[int] = replace(HOLD_MINUTES, seen=Seen.BY_ADMINS)


@table(("standing", "sees"), [(Standing.ADMIN, True), (Standing.MEMBER, False)])
def test_what_admins_alone_may_see_nobody_else_sees(standing: Standing, sees: bool) -> None:
    member = Member(workspace=NEW.id, user=UserId("U1"), standing=standing, locale="en")
    assert may_see(SECRET, member) is sees
    assert may_see(HOLD_MINUTES, member)


@BOTH_LANGUAGES
def test_of_what_admins_alone_may_see_the_record_tells_no_more_than_that_it_was_changed(locale: str) -> None:
    told = changes({SECRET.name: SECRET}, locale, deed({SECRET.name: 10}, {SECRET.name: 20}))
    assert told == [say(locale, SECRET.label)]


def test_a_setting_that_no_room_has_any_more_is_told_by_its_name() -> None:
    assert changes({}, "en", deed({"gone": 1}, {"gone": "<!channel>"})) == ["gone: 1 → &lt;!channel&gt;"]
