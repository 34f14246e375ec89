"""The picture at the top of the README: a card in the page, as it is."""

import os
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Open

PICTURE = Path(__file__).with_name("card.png")
ASKED = "NUMBERDESK_PICTURE"  # set to have it taken anew
WIDE, HIGH = 600, 640  # pixels of the page: the sidebar is left out, and no line of the card is broken


def test_a_card_is_what_the_readme_shows_of_it(open_tab: Open, tmp_path: Path) -> None:
    ada = open_tab("ada", locale="en-GB", timezone_id="UTC")
    ada.page.set_viewport_size({"width": WIDE, "height": HIGH})
    ada.say("/numbers reserve 3 US Washington Seattle")
    card = ada.message("Acquire numbers")
    expect(card.locator("code")).to_have_count(3)
    card.screenshot(path=PICTURE if os.environ.get(ASKED) else tmp_path / PICTURE.name, animations="disabled")
    ada.press("Release")  # or it ends in a test of others
    ada.page.get_by_test_id("confirm").click()
    ada.sees("released")
