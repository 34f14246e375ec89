"""Search: which numbers can be had."""
