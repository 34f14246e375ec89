"""The modal with a workspace's settings."""

from typing import Any

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    ConversationFilter,
    ConversationSelectElement,
    DividerBlock,
    InputBlock,
    NumberInputElement,
    Option,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from handlers.messages import LOCALES, say
from handlers.views.parts import plain_text, section
from store.types import Workspace

CALLBACK = "settings"
E5, PHONE, AUDIO = "enterprise_e5", "phone_system", "audio_conferencing"
CREDITS, SET_UP, RECHARGE, BALANCE = "credits", "set_up", "auto_recharge", "balance"
LANGUAGE, NOTICES, MINUTES = "language", "notices", "hold_minutes"
MOST_LICENCES = 10_000_000


def settings(locale: str, workspace: Workspace) -> View:
    return View(
        type="modal",
        callback_id=CALLBACK,
        title=plain_text(say(locale, "settings-title")),
        submit=plain_text(say(locale, "button-save")),
        close=plain_text(say(locale, "button-cancel")),
        blocks=[*_licences(locale, workspace), *_credits(locale, workspace), *_channel(locale, workspace)],
    )


def _licences(locale: str, workspace: Workspace) -> list[Block]:
    licences = workspace.licences
    return [
        section(f"*{say(locale, 'settings-licences')}*"),
        _number(locale, E5, "settings-e5", licences.enterprise_e5, hint="settings-e5-hint", most=MOST_LICENCES),
        _number(locale, PHONE, "settings-phone", licences.phone_system, most=MOST_LICENCES),
        _number(locale, AUDIO, "settings-audio", licences.audio_conferencing, most=MOST_LICENCES),
    ]


def _credits(locale: str, workspace: Workspace) -> list[Block]:
    credit = workspace.credits
    set_up = Option(text=plain_text(say(locale, "settings-credits-set-up")), value=SET_UP)
    recharge = Option(text=plain_text(say(locale, "settings-credits-recharge")), value=RECHARGE)
    ticked = [option for option, on in ((set_up, credit.set_up), (recharge, credit.auto_recharge)) if on]
    boxes = CheckboxesElement(action_id=CREDITS, options=[set_up, recharge], initial_options=ticked or None)
    balance = NumberInputElement(
        action_id=BALANCE,
        is_decimal_allowed=True,
        min_value="0",
        initial_value=str(credit.balance) if credit.balance is not None else None,
    )
    return [
        DividerBlock(),
        InputBlock(block_id=CREDITS, label=say(locale, "settings-credits"), optional=True, element=boxes),
        _input(locale, BALANCE, "settings-balance", balance, hint="settings-balance-hint", optional=True),
    ]


def _channel(locale: str, workspace: Workspace) -> list[Block]:
    languages = {
        name: Option(text=plain_text(say(locale, f"settings-language-{name}")), value=name) for name in LOCALES
    }
    language = StaticSelectElement(
        action_id=LANGUAGE, options=list(languages.values()), initial_option=languages[workspace.locale]
    )
    notices = ConversationSelectElement(
        action_id=NOTICES,
        initial_conversation=workspace.notices,
        filter=ConversationFilter(include=["public", "private"]),
    )
    return [
        DividerBlock(),
        _input(locale, LANGUAGE, "settings-language", language),
        _input(locale, NOTICES, "settings-notices", notices, hint="settings-notices-hint", optional=True),
        _number(locale, MINUTES, "settings-minutes", workspace.hold_minutes, least=1, most=60),
    ]


def _number(
    locale: str, name: str, label: str, value: int, *, most: int, least: int = 0, hint: str | None = None
) -> Block:
    element = NumberInputElement(
        action_id=name, is_decimal_allowed=False, initial_value=str(value), min_value=str(least), max_value=str(most)
    )
    return _input(locale, name, label, element, hint=hint)


def _input(
    locale: str, name: str, label: str, element: Any, *, hint: str | None = None, optional: bool = False
) -> Block:
    return InputBlock(
        block_id=name,
        label=say(locale, label),
        hint=say(locale, hint) if hint else None,
        optional=optional,
        element=element,
    )
