"""What becomes of a call that Slack refused: every error that is documented for the methods the sender calls.

The errors are those of Slack's own pages of these methods (docs.slack.dev/reference/methods, and the copies of them
that slack-ruby/slack-api-ref keeps on GitHub), read in November 2026. Which of them a method names differs from method
to method and from month to month, so one table serves all; where one word means two things, the method decides. What
stands in no table is treated by its shape.
"""

import re
from collections.abc import Callable
from enum import Enum
from http.client import HTTPException
from ssl import SSLError
from typing import Any
from urllib.error import HTTPError, URLError

from slack_sdk.errors import SlackApiError


class Remedy(Enum):
    """What is done about a failure. All but WAIT and SLEEP are tries of the message."""

    WAIT = "wait"  # Slack says for how long
    SLEEP = "sleep"  # it is not about this message: the workspace, the token or the connection failed
    AGAIN = "again"  # later
    NEW_CARD = "new card"  # the message or thread is gone: the card is posted anew, and the rest under it
    ELSEWHERE = "elsewhere"  # the desk cannot post in the channel: the card moves out of it
    DROP = "drop"  # there is nobody, and nothing, it could be shown to
    PARK = "park"  # it will be refused however often it is tried: somebody has to look at it


_TABLE = {
    Remedy.WAIT: """ratelimited rate_limited message_limit_exceeded""",
    Remedy.SLEEP: """
        accesslimited account_inactive app_missing_action_url app_uninstalled ekm_access_denied
        enterprise_is_restricted fatal_error internal_error invalid_auth missing_scope
        not_allowed_token_type not_authed org_login_required request_timeout service_unavailable
        team_access_not_granted team_added_to_org team_disabled token_expired token_revoked
        two_factor_setup_required""",
    Remedy.AGAIN: """
        access_denied external_channel_migrating fetch_members_failed file_update_failed hash_conflict invalid_cursor
        no_permission pagination_not_available streaming_state_conflict team_not_found update_failed""",
    Remedy.NEW_CARD: """
        cant_update_message edit_window_closed message_not_found thread_not_found invalid_thread_ts""",
    Remedy.ELSEWHERE: """
        cannot_reply_to_message cant_post_message channel_not_found channel_is_archived channel_type_not_supported
        is_archived is_inactive invalid_channel not_in_channel posting_to_channel_denied
        posting_to_general_channel_denied restricted_action restricted_action_non_threadable_channel
        restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel
        slack_connect_blocked thread_locked""",
    Remedy.DROP: """
        cannot_dm_bot cant_delete_message invalid_user_combination not_found user_disabled user_is_restricted
        user_not_found user_not_visible users_not_found view_not_found""",
    Remedy.PARK: """
        alt_txt_too_large as_user_not_supported attachment_payload_limit_exceeded block_mismatch cant_broadcast_message
        compliance_exports_prevent_deletion deprecated_endpoint duplicate_channel_not_found duplicate_external_id
        duplicate_message_not_found file_type_not_allowed file_upload_size_restricted file_uploads_disabled
        file_uploads_except_images_disabled invalid_arg_name invalid_arguments invalid_array_arg invalid_attachments
        invalid_blocks invalid_blocks_format invalid_charset invalid_form_data invalid_json invalid_metadata_format
        invalid_metadata_schema invalid_post_type invalid_ts_latest invalid_ts_oldest invalid_types is_bot
        json_not_object markdown_text_conflict messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large
        method_deprecated method_not_supported_for_channel_type missing_argument missing_charset missing_post_type
        msg_blocks_too_long msg_too_long no_dual_broadcast_content_update no_text not_enabled not_enough_users
        slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked slack_connect_file_link_sharing_blocked
        slack_connect_file_upload_sharing_blocked slack_connect_lists_sharing_blocked snippet_too_large
        superfluous_charset too_many_attachments too_many_contact_cards too_many_members too_many_users unknown_method
        unknown_snippet_type unknown_subtype unknown_type user_not_in_channel users_list_not_supplied
        view_too_large""",
}
REMEDIES = {error: remedy for remedy, errors in _TABLE.items() for error in errors.split()}

# A look-up that may not read has found nothing out: what it was for is not lost, and no channel either.
_LOOKING = {"conversations.history", "conversations.replies"}
UNREADABLE = {"channel_not_found", "is_archived", "missing_scope", "no_permission", "not_in_channel"}
_OF_METHODS = {
    **{(method, error): Remedy.AGAIN for method in _LOOKING for error in UNREADABLE},
    ("conversations.join", "method_not_supported_for_channel_type"): Remedy.ELSEWHERE,  # private, and we are not in it
    ("conversations.join", "missing_scope"): Remedy.AGAIN,
    ("conversations.join", "too_many_members"): Remedy.AGAIN,
    ("conversations.open", "channel_not_found"): Remedy.DROP,
    ("conversations.open", "method_not_supported_for_channel_type"): Remedy.DROP,
    ("chat.delete", "message_not_found"): Remedy.DROP,
}

# After these a message may be there all the same: "some aspect of the operation" may have "succeeded before the error".
_UNSURE = {"fatal_error", "internal_error", "request_timeout", "service_unavailable"}

# In this order.
_SHAPES = (
    (Remedy.WAIT, r"rate_?limit"),
    (
        Remedy.SLEEP,
        r"^(token|account|org|team|enterprise|app|workspace|auth)_|_auth(ed)?$|_denied$|unavailable|timeout",
    ),
    (
        Remedy.ELSEWHERE,
        r"^restricted_|^cannot_reply|(channel|conversation|thread)s?_.*(locked|closed|archived|restricted)",
    ),
    (Remedy.ELSEWHERE, r"(channel|conversation)s?_.*(not_found|gone|deleted|inactive|disabled)|read_only|^posting_to_"),
    (Remedy.DROP, r"^(user|member|recipient)s?_|^cannot_dm"),
    (Remedy.NEW_CARD, r"(message|thread)s?_(not_found|deleted|gone)|edit_window"),
    (Remedy.PARK, r"^(invalid|missing|malformed|too_many|unknown|unsupported)_|_(too_long|too_large|too_many)$"),
    (Remedy.PARK, r"_not_supported$|_mismatch$|_disabled$|_blocked$|_not_allowed$|_limit_exceeded$|_deprecated$"),
)
_OF_THE_CONNECTION = (URLError, ConnectionError, TimeoutError, SSLError, HTTPException)
_A_WORD = re.compile(r"[a-z0-9_]+")
_SERVER_FAILED = 500
_TOO_MANY_REQUESTS = 429


def remedy(failure: Exception) -> Remedy:
    """What is done about a failure of a call. What is no answer of Slack's is a failure of the connection."""
    if not isinstance(failure, SlackApiError):
        is_refused = isinstance(failure, HTTPError) and failure.code < _SERVER_FAILED
        return Remedy.SLEEP if isinstance(failure, _OF_THE_CONNECTION) and not is_refused else Remedy.AGAIN
    status, error = _status(failure), told(failure)
    if status == _TOO_MANY_REQUESTS:
        return Remedy.WAIT
    if status >= _SERVER_FAILED or not _A_WORD.fullmatch(error):  # a proxy's page, perhaps
        return Remedy.SLEEP
    return of_error(error, _method(failure))


def of_error(error: str, method: str = "") -> Remedy:
    """What is done about an error that Slack names, of a method."""
    if known := _OF_METHODS.get((method, error)) or REMEDIES.get(error):
        return known
    return next((remedy for remedy, shape in _SHAPES if re.search(shape, error)), Remedy.AGAIN)


def is_sure(failure: Exception) -> bool:
    """Whether Slack said for sure that nothing was done."""
    if not isinstance(failure, SlackApiError) or _status(failure) >= _SERVER_FAILED:
        return False
    return bool(_A_WORD.fullmatch(told(failure))) and told(failure) not in _UNSURE


def told(failure: Exception) -> str:
    """A failed call in a few words, Slack's own code for it where there is one, without what was sent."""
    if isinstance(failure, SlackApiError):
        return str(_of(failure, lambda answer: answer.get("error")) or _status(failure))
    return type(failure).__name__


def retry_after(failure: SlackApiError, most: int) -> int:
    """For how many seconds Slack asks to wait: one where it does not say so in whole seconds, `most` at most."""
    headers: dict[str, Any] = _of(failure, lambda answer: answer.headers) or {}
    asked = next((str(value) for name, value in headers.items() if name.lower() == "retry-after"), "")
    return min(max(int(asked), 1), most) if re.fullmatch(r"[0-9]{1,9}", asked) else 1


def _status(failure: SlackApiError) -> int:
    return int(_of(failure, lambda answer: answer.status_code) or 0)


def _method(failure: SlackApiError) -> str:
    """The method that was called, such as chat.postMessage."""
    url = str(_of(failure, lambda answer: answer.api_url) or "")
    return url.partition("?")[0].rpartition("/")[2]


def _of(failure: SlackApiError, part: Callable[[Any], Any]) -> Any:
    """A part of the answer, if it has that: slack_sdk's answers are of more than one type."""
    try:
        return part(failure.response)
    except (AttributeError, ValueError):
        return None
