"""What a URL is to the project: the key that is compared, the target of a wrapper, private or public."""

from crawler.urls.canonical import canonical_url
from crawler.urls.fragments import without_carried
from crawler.urls.wrappers import unwrap

__all__ = ["canonical_url", "unwrap", "without_carried"]
