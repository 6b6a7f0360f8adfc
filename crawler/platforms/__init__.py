"""One file a platform: how its URLs are recognised and keyed, and where its pages keep their content."""

from crawler.platforms.own import PlatformFile, read_folder
from crawler.platforms.platform import Platform
from crawler.platforms.registry import all_platforms, own_files, own_version, platform_of, use_own_files

__all__ = [
    "Platform",
    "PlatformFile",
    "all_platforms",
    "own_files",
    "own_version",
    "platform_of",
    "read_folder",
    "use_own_files",
]
