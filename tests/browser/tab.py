"""A browser tab in the hands of a person: what they do and what they see."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Tab:
    page: Page

    @property
    def composer(self) -> Locator:
        return self.page.get_by_test_id("composer")

    @property
    def messages(self) -> Locator:
        """Those of the channel, the newest last."""
        return self.page.get_by_role("region", name="Conversation").get_by_test_id("message")

    @property
    def modal(self) -> Locator:
        return self.page.get_by_test_id("modal")

    def message(self, text: str) -> Locator:
        return self.messages.filter(has_text=text).last

    def say(self, text: str) -> None:
        self.composer.fill(text)
        self.composer.press("Enter")

    def press(self, button: str) -> None:
        """The newest button of that name."""
        self.page.get_by_role("button", name=button, exact=True).last.click()

    def skip(self, minutes: int) -> None:
        self.page.get_by_test_id(f"skip-{minutes}").click()

    def go(self, channel: str) -> None:
        self.page.get_by_test_id(f"go-{channel}").click()

    def sees(self, text: str) -> None:
        expect(self.message(text)).to_be_visible()
