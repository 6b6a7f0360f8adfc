"""How a source is asked for: as a page through Splash, or plainly as a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from scrapy import Request

from crawler.platforms import platform_of
from crawler.rendering.splash import SplashRequest

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from scrapy.settings import BaseSettings

_HERE = Path(__file__).parent


def _script() -> str:
    """Put render.lua and the scripts that it loads into the page together: one argument, which Splash does not log."""
    page = "\n".join((_HERE / name).read_text("utf-8") for name in ("quiet.js", "frames.js", "channel.js"))
    once = f"if (!window.__refkeepAnswer) {{\n{page}\n}}"  # the first page has the window of the empty one before it
    render = (_HERE / "render.lua").read_text("utf-8")
    return f"local PAGE_SCRIPTS = [==[{once}]==]\n{render}"


SCRIPT = _script()

FILE_SUFFIXES = frozenset(
    ".pdf .txt .md .markdown .rst .csv .tsv .json .ipynb .xml .rss .atom .yml .yaml .toml .log .png .jpg .jpeg .gif "
    ".webp .svg .bmp .ico .zip .gz .tar .tgz .bz2 .xz .7z .doc .docx .ppt .pptx .xls .xlsx .hwp .epub .mp3 .mp4 .mov "
    ".avi .webm .exe .dmg .deb .rpm .whl .jar".split()
)


@dataclass(frozen=True)
class RenderOptions:
    """The bounds of one rendering, read once from the settings."""

    user_agent: str
    accept_language: str
    timeout: int  # seconds; Splash gives up on the page
    load_seconds: int  # on each of the page's resources
    quiet_seconds: int  # on waiting for its scripts

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        return cls(
            user_agent=settings["USER_AGENT"],
            accept_language=settings["DEFAULT_REQUEST_HEADERS"]["Accept-Language"],
            timeout=settings.getint("RENDER_TIMEOUT"),
            load_seconds=settings.getint("RENDER_LOAD_SECONDS"),
            quiet_seconds=settings.getint("RENDER_QUIET_SECONDS"),
        )

    def arguments(self, url: str) -> dict[str, Any]:
        """Return what Splash's /execute takes to render `url`."""
        return {"url": url, "lua_source": SCRIPT, **vars(self)}


def names_a_file(url: str) -> bool:
    """Return whether the URL's path ends like a file that no browser renders."""
    return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower() in FILE_SUFFIXES


def file_address(url: str) -> str:
    """Return what is asked for in place of a page that only frames a file; of all others the URL itself."""
    parts = urlsplit(url)
    platform = platform_of(parts.hostname or "")
    return (platform and platform.file and platform.file(parts)) or url


def rendered_request(
    url: str, options: RenderOptions, callback: Callable[..., Any], errback: Callable[..., Any], **cb_kwargs: Any
) -> Request:
    """Return the request for a page, rendered by Splash, in the download slot of the page's own host."""
    arguments = options.arguments(url)
    return SplashRequest(  # type: ignore[no-any-return]
        url,
        callback,
        endpoint="execute",
        args=arguments,
        magic_response=False,  # crawler.rendering.rendered reads the answer
        session_id=None,  # else one cookie jar would hold all hosts
        dont_send_headers=True,  # render.lua sets the browser's own
        errback=errback,
        cb_kwargs=cb_kwargs,
        dont_filter=True,  # the database asks once
        meta={"dont_redirect": True, "dont_retry": True},  # else Scrapy follows a page's 302 to Splash's own host
    )


def plain_request(
    url: str,
    callback: Callable[..., Any],
    errback: Callable[..., Any],
    headers: dict[str, str] | None = None,
    **cb_kwargs: Any,
) -> Request:
    """Return the request for a page or a file as its server sends it."""
    return Request(file_address(url), callback, errback=errback, headers=headers, cb_kwargs=cb_kwargs, dont_filter=True)
