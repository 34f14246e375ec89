"""What was typed, as a plain keyboard would have typed it: other scripts' digits, dashes, spaces, and Slack's links."""

import re
import unicodedata
from functools import lru_cache

_WIDER = 0xFEE0  # how far full-width signs are from those of ASCII
# Bounded, as all patterns for what is pasted: the time they take grows with its length alone.
_LINK = re.compile(r"<tel:([^<>|]{1,80})(?:\|[^<>]{0,80})?>", re.IGNORECASE)
_URI = re.compile(r"tel:([^\s,;<>|]{0,40})((?:;[a-z][a-z-]{0,19}=[^\s,;<>|]{1,40}){0,8})", re.IGNORECASE)
_LOOKS_LIKE = {
    "\u2212": "-",  # minus
    "\u207b": "-",  # superscript minus
    "\u30fc": "-",  # the long vowel of katakana, typed for a dash
    "\u2043": "-",  # hyphen bullet
    "\uff5e": "-",  # full-width tilde, of ranges in Japan
    "\u301c": "-",  # wave dash
    "\u2795": "+",
    "\u207a": "+",
    "\ufe62": "+",
    "\u3001": ",",
    "\u060c": ",",
    "\u061b": ",",
    "\u2026": "..",
    "\u02bc": "'",
    "\u2032": "'",
    "\u00b4": "'",
}


def unlinked(text: str) -> str:
    """The text with the numbers that Slack's links lead to in the place of the links, whatever these show."""
    return _LINK.sub(r"\1", text)


def resolved(text: str) -> str:
    """The text with the numbers of its `tel:` links in the place of the links (RFC 3966, December 2004).

    A local number is completed by its `phone-context`; an extension stays, and so what follows is no number.
    """
    return _URI.sub(_of_uri, unlinked(text))


def _of_uri(uri: re.Match[str]) -> str:
    said, parameters = uri[1], dict(each.split("=", 1) for each in uri[2].lower().split(";")[1:])
    context = parameters.get("phone-context", "")
    whole = context + said if context.startswith("+") and not said.startswith("+") else said
    return f"{whole} ext. {parameters['ext']}" if "ext" in parameters else whole


def normalized(text: str) -> str:
    """The text as a plain keyboard would have typed it: by what kind of sign each is, not by a list of signs."""
    return "".join(map(_normalized_sign, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=4096)
def _normalized_sign(sign: str) -> str:
    """What a plain keyboard has for a sign; "" for what is not seen."""
    if sign in _LOOKS_LIKE:
        return _LOOKS_LIKE[sign]
    match unicodedata.category(sign):
        case "Nd":
            return str(unicodedata.decimal(sign))
        case "Pd":
            return "-"
        case "Zs":
            return " "
        case "Zl" | "Zp":
            return "\n"
        case "Pi" | "Pf":
            return '"'
        case "Cf" | "Mn" | "Me" | "Co" | "Cn":
            return ""
        case "Cc":
            return sign if sign in "\t\n\r\v\f\x85" else ""
    return chr(ord(sign) - _WIDER) if "\uff01" <= sign <= "\uff5e" else sign
