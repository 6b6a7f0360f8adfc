"""One file a platform: how its URLs are recognised and keyed, and where its pages keep their content."""

from crawler.platforms.platform import Platform
from crawler.platforms.registry import all_platforms, platform_of

__all__ = ["Platform", "all_platforms", "platform_of"]
