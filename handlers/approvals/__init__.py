"""Approvals: teammates agree, or not, before something is done."""
