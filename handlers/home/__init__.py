"""Home: what waits for a member, what they hold, and what they can do."""

from pathlib import Path

from handlers.home.home import draw_later, opened, put_home
from handlers.kit.feature import Feature
from handlers.kit.homes import HomeOutbox

__all__ = ["HOME", "draw_later", "opened"]

HOME = Feature(name="home", words=Path(__file__).parent, messages={HomeOutbox.HOME: put_home})
