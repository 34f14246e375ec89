"""Numbers at carriers: what is held, ordered and owned there, and what is still to be asked."""
