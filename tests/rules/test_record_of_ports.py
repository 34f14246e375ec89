"""Entries of the record about port orders say who did what, and nothing that is none of their readers' business."""

import pytest

from handlers.desk import FEATURES
from handlers.ports.entries import PortAction
from handlers.record import views
from handlers.record.requests import Log
from store.audit.types import Entry
from store.workspaces.types import LOCALES
from tests.rules.deeds import ada, entry
from tests.rules.shown import NONCE, NOW, e164s
from tests.table import table

PIN = "4711"
WHEN = f"<!date^{int(NOW.timestamp())}^"


def line(locale: str, of: Entry) -> str:
    return views.log(FEATURES.entries, locale, Log(), [of], 1, NONCE).text


@table(
    ("of", "english", "french"),
    [
        pytest.param(
            ada(PortAction.PORT_DRAFTED, after={"numbers": e164s(1)}),
            "Ada began a port order of `+44 20 7946 0000` · PO-7 · <#C0123456789>",
            "Ada a commencé un ordre de portage de `+44 20 7946 0000` · PO-7 · <#C0123456789>",
            id="a port order",
        ),
        pytest.param(
            ada(PortAction.PORT_DRAFTED, after={"from": "PO-6", "numbers": e164s(1)}),
            "began a port order with numbers of PO-6: `+44 20 7946 0000`",
            "PO-6",
            id="a port order out of another",
        ),
        pytest.param(
            ada(PortAction.PORT_EDITED, after={"btn": "+12065550100", "scope": "full", "numbers": e164s(1)}),
            "changed a port order (Billing telephone number (BTN), full or partial port, numbers)",
            "PO-7",
            id="what was changed in a port order, and not to what",
        ),
        pytest.param(
            ada(PortAction.PORT_MOVED, after={"state": "transfer_approved", "foc": NOW.isoformat()}),
            f"moved a port order: Transfer approved (<!date^{int(NOW.timestamp())}^",
            f"(<!date^{int(NOW.timestamp())}^",
            id="a port order with its FOC",
        ),
        pytest.param(
            ada(PortAction.PORT_MOVED, after={"state": "error", "reason": "pin"}),
            "moved a port order: Refused by the losing carrier (The PIN is wrong or missing.)",
            "PIN",
            id="a port order that was refused",
        ),
        pytest.param(
            ada(PortAction.PORT_LISTED, after={"file": "list.csv", "added": 3}),
            "added numbers from list.csv (3)",
            "list.csv",
            id="numbers from a file",
        ),
        pytest.param(
            ada(PortAction.PORT_DIVIDED, after={"orders": {"PO-8": 3, "PO-9": 1}}),
            "put numbers into orders of their own: PO-8, PO-9",
            "PO-8, PO-9",
            id="a port order that was divided",
        ),
        pytest.param(
            ada(PortAction.LETTER_SIGNED, after={"sha256": "0123456789abcdef" * 4}),
            "brought a signed letter (0123456789ab…)",
            "(0123456789ab…)",
            id="a signed letter",
        ),
        pytest.param(
            ada(PortAction.LETTER_SIGNER, after={"signer": "Ben Harrison"}),
            "said who signed the letter: Ben Harrison",
            "Ben Harrison",
            id="who signed",
        ),
    ],
)
def test_an_entry_says_what_was_done_to_a_port_order(of: Entry, english: str, french: str) -> None:
    assert english in line("en", of)
    assert french in line("fr", of)


@table("locale", LOCALES)
def test_an_entry_says_that_something_was_changed_and_not_what_it_is(locale: str) -> None:
    of = entry(PortAction.PORT_EDITED, before={"pin": PIN, "account": "ACC-1"}, after={"pin": PIN, "account": "ACC-2"})
    assert not {said for said in (PIN, "ACC-1", "ACC-2") if said in line(locale, of)}
