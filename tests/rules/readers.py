"""All that reads a telephone number, each with what it makes of a text: commands, lists, files, fields of modals."""

import csv
import io
from collections.abc import Callable

from handlers import desk
from handlers.batches import lines
from handlers.holds.selection import in_ranges
from handlers.inventory.verbs import VERBS
from handlers.kit.number_reading import Unread
from handlers.kit.telephone import telephone
from handlers.kit.words import BadField, BadInput
from handlers.ports import port_list, step_payloads
from handlers.ports.views.step_view import Step
from store.places import known_places
from store.ports.types import Field
from tests.rules.fields import typed as field

PLACES = known_places()
ALONE = {why.alone: why for why in Unread}
Read = Callable[[str, str], str]  # what was written, in which country: the number, or the name of why it is none


def slacks(said: str) -> str:
    """A text as Slack sends it, which escapes these; what is Slack's own markup it leaves."""
    if said.startswith("<tel:"):
        return said
    return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def command(before: str, after: str = "") -> Read:
    def read(said: str, country: str) -> str:
        text = f"{before}{slacks(said)}{after}"
        try:
            ask = desk.read_command(text, PLACES, country)
        except BadInput as bad:
            if bad.key == "number-to-confirm":
                # It was completed: the command that is offered has the number as it was read, and is done.
                ask = desk.read_command(bad.corrected[0], PLACES, country)
            else:
                return ALONE[bad.key].name if bad.key in ALONE else bad.key
        return str(getattr(ask, "e164", None) or getattr(ask, "about", None) or ask)

    return read


def listed(said: str, country: str) -> str:
    found = port_list.read(said, country)
    return " ".join([*(each.e164 for each in found.numbers), *(each.why.name for each in found.refused)])


def pasted(said: str, country: str) -> str:
    (found,) = {
        tuple(line.e164 or Unread(line.outcome or "").name for line in lines.read(verb, said, country))
        for verb in VERBS
    }
    return " ".join(found)


def cell(said: str, country: str) -> str:
    file = io.StringIO()
    csv.writer(file).writerows([["number", "note"], [said, "x"]])
    found = port_list.read_csv(file.getvalue().encode(), country)
    return " ".join([*(each.e164 for each in found.numbers), *(each.why.name for each in found.refused)])


def in_step(step: Step, name: Field) -> Read:
    def read(said: str, country: str) -> str:
        try:
            written = step_payloads.written({"step": step.value, "order": 7}, field(name, said), country)
        except BadField as bad:
            return ALONE[bad.key].name
        return written.fields[name]

    return read


def of_a_hold(said: str, country: str) -> str:
    number = telephone(said, country)
    assert number
    return " ".join(in_ranges(said, [number]))


COMMANDS = {
    "a number alone": command(""),
    "status": command("status "),
    "log": command("log "),
    "release": command("release "),
    "restore": command("restore "),
    "unassign": command("unassign "),
    "assign": command("assign "),
    "assign to a service": command("assign ", ' to bridge "Contoso"'),
}
FORMS = {
    "a port list": listed,
    "a pasted list": pasted,
    "a cell": cell,
    "the BTN": in_step(Step.ACCOUNT, Field.BTN),
    "a telephone": in_step(Step.SIGNER, Field.PHONE),
}
READERS = COMMANDS | FORMS


def read_by_all(said: str, country: str) -> dict[str, str]:
    return {name: read(said, country) for name, read in READERS.items()}
