"""Port orders: what members and the clock do with them."""
