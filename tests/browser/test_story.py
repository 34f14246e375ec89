"""The story of the README, told in a browser."""

from playwright.sync_api import expect

from tests.browser.conftest import Open


def test_a_newcomer_reserves_acquires_two_and_reads_that_another_hold_ran_out(open_tab: Open) -> None:
    ada = open_tab("ada")

    ada.press("/numbers reserve 3 US Washington Seattle")
    ada.composer.press("Enter")
    card = ada.message("Acquire numbers")
    expect(card.locator("code")).to_have_count(3)

    ada.press("Acquire numbers")
    expect(ada.modal.get_by_role("checkbox", checked=True)).to_have_count(3)
    ada.modal.get_by_role("checkbox").last.uncheck()
    ada.modal.get_by_label("Note").fill("For the <helpline>")
    ada.modal.get_by_role("button", name="Acquire numbers").click()
    expect(ada.modal).to_have_count(0)
    ada.sees("asks to acquire 2 of 3 toll numbers")
    ada.sees("For the <helpline>")
    ada.press("Approve")
    ada.sees("somebody else must decide")

    ben = open_tab("ben")
    ben.press("Approve")
    ben.sees("The 2 numbers are acquired.")
    ada.sees("acquired 2 of 3 toll numbers")
    ada.sees("Approved by @ben")

    ada.say("/numbers reserve 2 GB London")
    expect(ada.message("Acquire numbers").locator("code")).to_have_count(2)
    ada.press("Show numbers")
    expect(ada.modal.locator("code")).to_have_count(2)
    ada.page.keyboard.press("Escape")
    expect(ada.modal).to_have_count(0)
    ada.skip(10)
    ada.sees("ended. Its 2 numbers went back to the pool.")
    ada.press("Hold again")
    expect(ada.message("Acquire numbers").locator("code")).to_have_count(2)

    ada.press("Release")
    ada.page.get_by_test_id("deny").click()
    ada.press("Release")
    ada.page.get_by_test_id("confirm").click()
    ada.sees("released")


def test_what_a_carrier_offers_is_reserved_ordered_and_acquired(open_tab: Open) -> None:
    ada = open_tab("ada")
    ada.say("/numbers search US Seattle qty:2 from:telnyx")
    ada.sees("$1.00 a month")
    ada.press("Reserve these")
    ada.sees("Held at Telnyx")
    ada.press("Acquire numbers")
    ada.modal.get_by_role("button", name="Acquire numbers").click()
    expect(ada.modal).to_have_count(0)
    ben = open_tab("ben")
    ben.press("Approve")
    expect(ada.message("Ours:")).to_be_visible()
    ada.say("/numbers carriers")
    ada.press("Compare with Telnyx")
    expect(ada.modal).to_contain_text("Telnyx bills just what the desk has from it")
