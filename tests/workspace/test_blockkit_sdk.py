"""Our tables beside slack_sdk's models: the same limits and keys, but for differences with a name."""

from collections.abc import Iterator, Mapping

import pytest
from slack_sdk.models import views
from slack_sdk.models.basic_objects import JsonObject
from slack_sdk.models.blocks import basic_components, block_elements, blocks

from bot.workspace.blockkit.blocks import BLOCK
from bot.workspace.blockkit.elements import ELEMENTS
from bot.workspace.blockkit.rich_text import INLINE, PART
from bot.workspace.blockkit.schema import Object
from tests.table import table
from tests.workspace.test_blockkit_limits import COUNTS, LENGTHS

LIMITS = LENGTHS | COUNTS
SAME = {
    "Block.block_id": "block_id",
    "SectionBlock.text": "section's text",
    "SectionBlock.fields": "fields in a section",
    "ImageBlock.image_url": "image block's image_url",
    "ImageBlock.alt_text": "image block's alt_text",
    "ImageBlock.title": "image block's title",
    "ActionsBlock.elements": "elements in actions",
    "ContextBlock.elements": "elements in context",
    "ContextActionsBlock.elements": "elements in context_actions",
    "InputBlock.label": "input's label",
    "InputBlock.hint": "input's hint",
    "HeaderBlock.text": "header",
    "MarkdownBlock.text": "markdown's text",
    "VideoBlock.title": "video's title",
    "VideoBlock.author_name": "video's author",
    "CardBlock.title": "card's title",
    "CardBlock.subtitle": "card's subtitle",
    "CardBlock.body": "card's body",
    "ContainerBlock.title": "container's title",
    "ContainerBlock.subtitle": "container's subtitle",
    "ContainerBlock.child_blocks": "blocks in a container",
    "CarouselBlock.elements": "cards in a carousel",
    "InteractiveElement.action_id": "action_id",
    "InputInteractiveElement.placeholder": "placeholder",
    "ButtonElement.text": "button's text",
    "ButtonElement.url": "button's url",
    "ButtonElement.value": "button's value",
    "ButtonElement.agent_prompt": "button's agent_prompt",
    "FeedbackButtonObject.text": "feedback button's text",
    "FeedbackButtonObject.value": "feedback button's value",
    "ImageElement.image_url": "image element's image_url",
    "ImageElement.alt_text": "image element's alt_text",
    "SelectElement.options": "options in a select",
    "SelectElement.option_groups": "option groups",
    "StaticSelectElement.options": "options in a select",
    "StaticSelectElement.option_groups": "option groups",
    "StaticMultiSelectElement.options": "options in a multi-select",
    "StaticMultiSelectElement.option_groups": "option groups",
    "OverflowMenuElement.options": "options in an overflow",
    "Option.label": "option's text",
    "Option.value": "option's value",
    "OptionGroup.label": "option group's label",
    "OptionGroup.options": "options in an option group",
    "ConfirmObject.title": "confirm's title",
    "ConfirmObject.text": "confirm's text",
    "ConfirmObject.confirm": "confirm's yes",
    "ConfirmObject.deny": "confirm's no",
    "View.title": "modal's title",
    "View.submit": "modal's submit",
    "View.close": "modal's close",
    "View.blocks": "blocks in a view",
    "View.private_metadata": "private_metadata",
    "View.callback_id": "callback_id",
}
KNOWN_DIFFERENCES = {
    "VideoBlock.title": "Slack says: less than 200; slack_sdk checks so too, though its limit reads 200",
    "VideoBlock.author_name": "Slack says: less than 50; slack_sdk checks so too, though its limit reads 50",
}
UNKNOWN_HERE = (
    blocks.AuthProviderBlock,
)  # only for apps whose manifest names the hosts where members connect accounts


def test_slack_sdk_has_the_same_limits_but_for_the_known_differences() -> None:
    differing = {limit for limit, most in sdk_limits() if LIMITS[SAME[limit]][0] != most}
    assert differing == KNOWN_DIFFERENCES.keys()


def sdk_limits() -> Iterator[tuple[str, int]]:
    """Each class attribute such as `SectionBlock.text_max_length`, named without its ending."""
    modules = (basic_components, block_elements, blocks, views)
    classes = [thing for module in modules for thing in vars(module).values() if isinstance(thing, type)]
    for sdk_class in classes:
        for name, value in vars(sdk_class).items():
            if name.endswith("_max_length") and isinstance(value, int) and sdk_class not in UNKNOWN_HERE:
                yield f"{sdk_class.__name__}.{name.removesuffix('_max_length')}", value


TYPES_ONLY_THERE = {
    "auth_provider",  # for apps whose manifest names the hosts where members connect accounts
    "call",  # for apps that register calls
    "url",  # in a task card, where we have it too
}
KEYS_OF_BASE_CLASSES = {"alt_text", "placeholder", "confirm", "focus_on_load"}  # slack_sdk gives them to all elements
KEYS_ONLY_HERE = {
    ("card", "subtext"),
    ("link", "unsafe"),
    ("rich_text_preformatted", "language"),
    ("rich_text_quote", "border"),
}


@table(
    ("base", "ours"),
    [
        pytest.param(blocks.Block, BLOCK.types, id="blocks"),
        pytest.param(block_elements.BlockElement, {**ELEMENTS, **PART.types, **INLINE.types}, id="elements"),
    ],
)
def test_slack_sdk_knows_the_same_types_and_keys(base: type[JsonObject], ours: Mapping[str, Object]) -> None:
    theirs = dict(sdk_keys(base))
    assert theirs.keys() - ours.keys() <= TYPES_ONLY_THERE
    assert ours.keys() <= theirs.keys()
    for name, shape in ours.items():
        keys = {"type", *shape.needs, *shape.may}
        assert theirs[name] - keys <= KEYS_OF_BASE_CLASSES
        assert {(name, key) for key in keys - theirs[name]} <= KEYS_ONLY_HERE


def sdk_keys(base: type[JsonObject]) -> Iterator[tuple[str, set[str]]]:
    """Each type below `base`, with its keys. They are a property, but of no particular object."""
    for sdk_class in base.__subclasses__():
        name = getattr(sdk_class, "type", None)
        if isinstance(name, str):
            yield name, sdk_class.__new__(sdk_class).attributes
        yield from sdk_keys(sdk_class)
