"""Refkeep's core: what the data is and where it lives. docs/architecture.md walks through it."""
