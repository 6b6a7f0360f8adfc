"""Web archives, as Memento (RFC 7089) asks them: what they tell of their copies, and a copy made whole again. Pure."""
