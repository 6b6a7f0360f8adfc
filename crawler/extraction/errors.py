"""What cleaning refuses."""

from __future__ import annotations


class UnsupportedContentError(ValueError):
    """A body that holds no article: its type is none that can be read, or it is broken beyond reading."""

    def __init__(self, content_type: str, reason: str = "no article can be made of it") -> None:
        super().__init__(f"{content_type}: {reason}")
        self.content_type = content_type
        self.reason = reason

    def __reduce__(self) -> tuple[type[UnsupportedContentError], tuple[str, str]]:
        """Travel between processes with both parts."""
        return type(self), (self.content_type, self.reason)
