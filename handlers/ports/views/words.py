"""The keys of what port orders are, say and meet with."""

from store.ports.types import Alarm, Capacity, Field, Reason, Scope, State

STATES = {
    State.DRAFT: "port-state-draft",
    State.PROCESSING: "port-state-processing",
    State.CONTACTING: "port-state-contacting_carrier",
    State.APPROVED: "port-state-transfer_approved",
    State.PENDING: "port-state-transfer_pending",
    State.ERROR: "port-state-error",
    State.COMPLETED: "port-state-completed",
    State.CANCELLED: "port-state-cancelled",
}
SCOPES = {
    Scope.FULL: "port-scope-full",
    Scope.PARTIAL: "port-scope-partial",
}
CAPACITIES = {
    Capacity.UNSAID: "port-capacity-unsaid",
    Capacity.NOT_YET: "port-capacity-not_yet",
    Capacity.CONFIRMED: "port-capacity-confirmed",
}
ALARMS = {
    Alarm.IDLE: "port-alarm-idle",
    Alarm.SILENT: "port-alarm-silent",
    Alarm.PENDING: "port-alarm-pending",
    Alarm.HOUR: "port-alarm-hour",
    Alarm.CHECKLIST: "port-alarm-checklist",
}
REASONS = {  # why a carrier refused
    Reason.ACCOUNT_NUMBER: "port-reason-account_number",
    Reason.AUTHORISED_PERSON: "port-reason-authorised_person",
    Reason.BTN: "port-reason-btn",
    Reason.COMPANY_NAME: "port-reason-company_name",
    Reason.SERVICE_ADDRESS: "port-reason-service_address",
    Reason.PIN: "port-reason-pin",
    Reason.NOT_PORTABLE: "port-reason-not_portable",
    Reason.SPECIAL_FEATURE: "port-reason-special_feature",
    Reason.WRONG_NUMBER_TYPE: "port-reason-wrong_number_type",
    Reason.WRONG_PORT_TYPE: "port-reason-wrong_port_type",
    Reason.ANOTHER_ORDER: "port-reason-another_order",
    Reason.SEVERAL_ACCOUNTS: "port-reason-several_accounts",
    Reason.ACCOUNT_FROZEN: "port-reason-account_frozen",
    Reason.FOC_REFUSED: "port-reason-foc_refused",
    Reason.NO_ANSWER: "port-reason-no_answer",
}
FIXES = {  # what to do about it
    Reason.ACCOUNT_NUMBER: "port-fix-account_number",
    Reason.AUTHORISED_PERSON: "port-fix-authorised_person",
    Reason.BTN: "port-fix-btn",
    Reason.COMPANY_NAME: "port-fix-company_name",
    Reason.SERVICE_ADDRESS: "port-fix-service_address",
    Reason.PIN: "port-fix-pin",
    Reason.NOT_PORTABLE: "port-fix-not_portable",
    Reason.SPECIAL_FEATURE: "port-fix-special_feature",
    Reason.WRONG_NUMBER_TYPE: "port-fix-wrong_number_type",
    Reason.WRONG_PORT_TYPE: "port-fix-wrong_port_type",
    Reason.ANOTHER_ORDER: "port-fix-another_order",
    Reason.SEVERAL_ACCOUNTS: "port-fix-several_accounts",
    Reason.ACCOUNT_FROZEN: "port-fix-account_frozen",
    Reason.FOC_REFUSED: "port-fix-foc_refused",
    Reason.NO_ANSWER: "port-fix-no_answer",
}
FIELD_NAMES: dict[str, str] = {  # as the record names them, so the last three too
    Field.CARRIER: "port-field-carrier",
    Field.ACCOUNT: "port-field-account",
    Field.BTN: "port-field-btn",
    Field.PIN: "port-field-pin",
    Field.COMPANY: "port-field-company",
    Field.DOMAIN: "port-field-domain",
    Field.AUTHORISED: "port-field-authorised",
    Field.TITLE: "port-field-title",
    Field.PHONE: "port-field-phone",
    Field.EMAIL: "port-field-email",
    Field.STREET: "port-field-street",
    Field.CITY: "port-field-city",
    Field.REGION: "port-field-region",
    Field.POSTCODE: "port-field-postcode",
    Field.WANTED_DATE: "port-field-wanted_date",
    Field.WANTED_TIME: "port-field-wanted_time",
    Field.LANGUAGE: "port-field-language",
    "scope": "port-field-scope",
    "numbers": "port-field-numbers",
    "followers": "port-field-followers",
}
