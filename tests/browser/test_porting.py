"""A port order is written, signed and sent with the page's own fields: texts, a file, a date, a list that finds."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import Open
from tests.browser.tab import Tab

NUMBERS = b"number\n+1 425 555 0170\n+1 425 555 0171\n"
LIST: FilePayload = {"name": "list.csv", "mimeType": "text/csv", "buffer": NUMBERS}
LETTER: FilePayload = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 signed"}


def test_a_member_brings_numbers_over_with_a_port_order(open_tab: Open) -> None:
    ben = open_tab("ben")
    ben.say("/numbers port new")
    ben.modal.get_by_label("Numbers").fill("hello")
    give(ben, LIST)
    step(ben)
    expect(ben.modal.get_by_text("hello: this is not a number")).to_be_visible()
    fill(ben, **{"Losing carrier": "Old Carrier", "Account number": "A-1", "Billing": "+1 425 555 0199"})
    ben.modal.get_by_role("button", name="Back").click()
    expect(ben.modal.get_by_role("textbox", name="Numbers")).to_have_value("hello")
    step(ben)
    expect(ben.modal.get_by_label("Losing carrier")).to_have_value("Old Carrier")
    step(ben)
    fill(ben, **{"Organisation's name": "Contoso", "Street": "1 Main St", "City": "Seattle", "Postcode": "98101"})
    step(ben)
    fill(ben, **{"Authorised person": "Ben Okafor", "Telephone": "+1 425 555 0198", "E-mail": "ben@example.com"})
    step(ben)
    ben.modal.get_by_label("Wanted date").fill(in_two_months())
    step(ben)
    ben.modal.get_by_role("button", name="Save").click()
    ben.sees("2 toll numbers, United States, from Old Carrier")

    ben.press("Add the signed letter")
    give(ben, LETTER)
    ben.modal.get_by_label("Who signed it").fill("Ben Okafor")
    ben.modal.get_by_role("button", name="Save").click()
    ben.page.get_by_role("button", name="Close").last.click()
    expect(ben.modal).to_have_count(0)
    ben.sees(", from @ben")  # the card tells of the letter, which is fetched meanwhile
    ben.press("Send order")
    expect(ben.modal).to_have_count(1)
    ben.modal.get_by_label("Not yet").check()
    ben.modal.get_by_role("button", name="Send order").click()
    ben.sees("moved it from “Draft” to Processing")

    ada = open_tab("ada")
    ada.press("Update status")
    ada.modal.get_by_role("combobox", name="Where is it now?").click()
    ada.page.get_by_role("option", name="Contacting carrier").click()
    ada.modal.get_by_role("button", name="Save").click()
    expect(ada.modal).to_have_count(0)
    ben.sees("to Contacting carrier")


def fill(tab: Tab, **fields: str) -> None:
    for label, said in fields.items():
        tab.modal.get_by_label(label).first.fill(said)


def give(tab: Tab, file: FilePayload) -> None:
    with tab.page.expect_file_chooser() as chooser:
        tab.modal.get_by_role("button", name="Choose files").click()
    chooser.value.set_files(file)
    expect(tab.modal.get_by_text(file["name"]).first).to_be_visible()


def step(tab: Tab) -> None:
    """Go on to the next step."""
    before = tab.modal.get_by_text("Step ").inner_text()
    tab.modal.get_by_role("button", name="Next").click()
    expect(tab.modal.get_by_text("Step ")).not_to_have_text(before)


def in_two_months() -> str:
    """A business day, well ahead of the lead time."""
    day = datetime.now(UTC).date() + timedelta(days=60)
    while day.weekday() != 2:  # hardly a holiday; if so, the next Wednesday is none
        day += timedelta(days=1)
    return day.isoformat()
