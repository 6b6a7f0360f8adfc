"""How far an article can be trusted, and why."""
