"""Blocks of code, however a page draws them."""
