"""The modal in which a signed letter of authorisation is handed in."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from handlers.kit.blocks import asked, file_input, form, section, text_input
from handlers.kit.meanwhile import fingerprint
from handlers.kit.messages import plain, say
from store.ports.types import Field, PortOrder

CALLBACK = "port_signed"
FILE, SIGNER = "file", "signer"
NAME_LENGTH = 100


def signed(locale: str, order: PortOrder) -> View:
    """Ask for the signed letter and who signed it; where the letter is there, for who signed it alone."""
    return form(
        locale,
        CALLBACK,
        "port-signed-title",
        "button-save",
        carried={"order": order.id, "shown": shown(order)},
        blocks=[
            section(say(locale, "port-signed-intro", order=order.name, who=plain(order.says(Field.AUTHORISED)))),
            _file(locale, order),
            asked(
                locale, SIGNER, "port-signer", text_input(SIGNER, _signer(order), NAME_LENGTH), hint="port-signer-hint"
            ),
        ],
    )


def shown(order: PortOrder) -> str:
    """What the modal begins from, as it carries it: which letter is there, and who signed it."""
    return fingerprint([order.letter.sha256, order.letter.signer] if order.letter else None)


def _file(locale: str, order: PortOrder) -> Block:
    is_there = order.letter is not None
    return asked(locale, FILE, "port-signed-file", file_input(FILE), hint="port-signed-file-hint", optional=is_there)


def _signer(order: PortOrder) -> str:
    return order.letter.signer if order.letter else ""
