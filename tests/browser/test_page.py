"""The page by itself: what it shows, to whom, and that nothing typed there is lost or run."""

import os
import re
import signal
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

Control = Callable[..., Any]
UNNAMED = re.compile(r"^ *- (?:button|checkbox|combobox|dialog|textbox)(?: \[.*\])*:?$", re.MULTILINE)


@pytest.mark.parametrize(
    "text", ["<script>window.ran = 1</script>", "<img src=x onerror='window.ran = 1'>", "&lt;b&gt;"]
)
def test_what_members_type_is_shown_and_never_run(open_tab: Open, text: str) -> None:
    ada = open_tab("ada")
    ada.say(f"look: {text}")
    ada.sees("look:")
    expect(ada.messages.locator("script, img")).to_have_count(0)
    assert ada.page.evaluate("window.ran") is None


def test_other_tabs_follow_by_themselves_and_keep_what_is_being_typed(open_tab: Open) -> None:
    ada, ben = open_tab("ada"), open_tab("ben")
    ben.composer.fill("half a thou")
    ada.say("good morning")
    ben.sees("good morning")
    expect(ben.composer).to_have_value("half a thou")


def test_a_channel_with_something_unread_says_so_until_it_is_read(open_tab: Open, control: Control) -> None:
    ada = open_tab("ada")
    general = ada.page.get_by_test_id("go-general")
    control("message", user="ben", channel="general", text="@ada have a look")
    expect(general.get_by_label("1 unread")).to_be_visible()
    ada.go("general")
    ada.sees("@ada have a look")
    expect(general.get_by_label("1 unread")).to_have_count(0)


def test_only_the_one_who_asked_sees_an_ephemeral_answer(open_tab: Open) -> None:
    ada, ben = open_tab("ada"), open_tab("ben")
    ada.say("/numbers nonsense")
    ada.sees("Only visible to you")
    ada.say("after it")
    ben.sees("after it")
    expect(ben.messages).to_have_count(1)


def test_who_one_is_and_where_is_in_the_address(open_tab: Open) -> None:
    ada = open_tab("ada")
    ada.go("private-ops")
    ada.page.wait_for_url("**/?as=ada&channel=private-ops")
    ada.page.get_by_test_id("be-chloe").click()
    ada.page.wait_for_url("**/?as=chloe&channel=phone-numbers")
    expect(ada.page.get_by_test_id("go-private-ops")).to_have_count(0)
    ada.go("numberdesk")
    ada.page.wait_for_url("**/?as=chloe&channel=@chloe")
    ada.page.reload()
    expect(ada.page.get_by_test_id("be-chloe")).to_have_attribute("aria-pressed", "true")


def test_an_error_stands_at_its_field_and_escape_closes(open_tab: Open, control: Control) -> None:
    ada = open_tab("ada")
    ada.say("/numbers settings licences")
    field = ada.modal.get_by_label("Phone System")
    field.fill("many")
    ada.modal.get_by_test_id("modal-submit").click()
    expect(ada.modal.get_by_role("alert")).to_have_text("Please type a number.")
    expect(field).to_have_value("many")
    ada.page.keyboard.press("Escape")
    expect(ada.modal).to_have_count(0)
    assert control("views/ada")["views"] == []


def test_a_thread_opens_beside_its_channel_and_takes_replies(open_tab: Open, control: Control) -> None:
    ada = open_tab("ada")
    control("message", user="ben", channel="phone-numbers", text="who takes Seattle?")
    root = ada.message("who takes Seattle?")
    root.hover()
    root.get_by_role("button", name="Reply in thread").click()
    ada.page.get_by_test_id("thread-composer").fill("I do")
    ada.page.get_by_test_id("thread-composer").press("Enter")
    expect(ada.page.get_by_role("complementary")).to_contain_text("I do")
    expect(root.get_by_text("1 reply")).to_be_visible()
    expect(ada.messages).to_have_count(1)


def test_times_are_those_of_the_readers_zone(open_tab: Open) -> None:
    ada = open_tab("ada", timezone_id="UTC", locale="en-GB")
    ben = open_tab("ben", timezone_id="Asia/Tokyo", locale="en-GB")
    ada.say("what time is it?")
    shown = [int(tab.message("what time").locator("desk-time").inner_text().split(":")[0]) for tab in (ada, ben)]
    assert (shown[1] - shown[0]) % 12 == 9


def test_times_are_written_in_the_members_language(open_tab: Open, control: Control) -> None:
    control("message", user="ben", channel="general", text="<!date^1700000000^{date_long}|in November>")
    expect(open_tab("chloe", "general").messages.last).to_contain_text("mardi 14 novembre 2023")
    expect(open_tab("ada", "general").messages.last).to_contain_text("Tuesday, November 14, 2023")


def test_a_desk_that_hangs_is_told_in_words_and_the_command_is_not_lost(open_tab: Open, control: Control) -> None:
    ada = open_tab("ada")
    desk = control("state")["bot"]["pid"]
    os.kill(desk, signal.SIGSTOP)
    try:
        ada.say("/numbers quota")
        expect(ada.page.get_by_role("alert")).to_contain_text("Numberdesk did not answer in time")
        expect(ada.composer).to_have_value("/numbers quota")
    finally:
        os.kill(desk, signal.SIGCONT)


def test_on_a_phone_the_sidebar_is_behind_a_button(open_tab: Open) -> None:
    ada = open_tab("ada")
    ada.page.set_viewport_size({"width": 390, "height": 780})
    sidebar = ada.page.get_by_role("navigation")
    expect(sidebar).to_be_hidden()
    ada.page.get_by_role("button", name="Show channels and members").click()
    ada.go("general")
    expect(sidebar).to_be_hidden()
    expect(ada.page.get_by_role("heading", name="general")).to_be_visible()
    assert ada.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_whatever_can_be_used_has_a_name_for_those_who_do_not_see_it(open_tab: Open) -> None:
    ada = open_tab("ada")
    ada.say("/numbers help")
    ada.press("Settings")
    expect(ada.modal).to_be_visible()
    assert UNNAMED.findall(ada.page.locator("body").aria_snapshot()) == []
