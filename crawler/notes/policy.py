"""What a URL in a note is not: a citation. Media, placeholders, file names, navigation, what the user leaves out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache
from typing import TYPE_CHECKING

from crawler.exceptions import InvalidURLError
from crawler.urls.private import AllowedHosts, is_private_host

if TYPE_CHECKING:
    from collections.abc import Iterable

MEDIA_FILE = re.compile(
    r"https?://[^?#]*\.(?:png|jpe?g|gif|svg|webp|bmp|ico|avif|heic|mp4|mov|webm|avi|mp3|wav)(?:[?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
MEDIA_PAGE = re.compile(r"https?://[^/]+/(?:wiki|w)/", re.IGNORECASE)  # a wiki's page about a file
MEDIA_HOST = re.compile(
    r"""https?://(?:
        (?:user-images|private-user-images|camo|avatars\d*)\.githubusercontent\.com
      | github\.com/(?:user-attachments/assets|[^/]+/[^/]+/assets/\d+)/
      | (?:[\w-]+\.)*(?:kakaocdn\.net|daumcdn\.net|pstatic\.net|ytimg\.com)
      | (?:velog\.velcdn|images\.velog|media\.vlpt|img\.youtube|i\.imgur|i\.stack\.imgur|i\.ibb)\.\w+
      | (?:miro\.medium|pbs\.twimg)\.\w+
      | cdn-images-\d\.medium\.com | lh\d\.googleusercontent\.com
      | (?:img\.shields|hits\.(?:seeyoufarm|sh|dwyl)|komarev|github-readme-stats)\b[^/?#]*/[^?#]  # not its home page
    )""",
    re.IGNORECASE | re.VERBOSE,
)
BADGE = re.compile(
    r"badge|shields\.io|/hits\.|codecov|travis-ci|circleci|readme-stats|capsule-render|komarev", re.IGNORECASE
)

LONGEST = 4_000  # characters of a URL in which a pattern is looked for
TEMPLATE = re.compile(
    r"[<>]|\$\{|\{\{?[^{}]*\}|%7B.*%7D|[/=.:@_-]%3C.*%3E|YOUR[_-]|\.\.\.|…|[/=]xxx+(?:[/?&#]|$)", re.IGNORECASE
)
RANGE = re.compile(r"(/compare/[^?#]*?[^/.?#])\.{3}(?=[^.?#])")  # git's, from one revision to another
# Brackets are a template, unless they hold an IPv6 address; so is the word for a port.
TEMPLATE_HOST = re.compile(
    r"https?://(?:(?!\[[0-9a-f]*:)[^/?#]*[\[\]*$…]|[^/?#]*:(?:(?:port|포트)[\w-]*+|x++|n++)(?:[/?#]|$))",
    re.IGNORECASE,
)
EXAMPLE_HOST = re.compile(
    r"""https?://(?:www\.|api\.|blog\.|sub\.)?(?:
        (?:test|foo|bar|foobar|baz|abc|xyz|xxx+|aaa+|bbb+|[abc]|domain|host|hostname|server|site|website|address|sample|company)
      | (?:your|my|some|any|other)[-_]?[\w-]*(?:domain|site|website|server|host|app|blog|company|url|api|service)[\w-]*
      | domain-[a-z] | example[\w-]* | [\w-]+-example | user(?:name)? | yourname | myname
    )\.(?:com|net|org|io|co\.kr|kr|dev)(?:[:/?#]|$)
      | https?://(?:www\.)?(?:xxx+|(?:내|나의|본인|도메인|사이트|서버|주소|아이디|계정|사용자|유저|블로그|회사|이름)+명?)\.
      | https?://(?:your|my)[-_]?(?:user|name|username|id|account|org)[\w-]*\. | https?://your[-_][\w-]*\.
      | https?://(?:www\.)?github\.com/(?:user|username|your[\w-]*|my[-_]?(?:name|username|account)|owner|<[^/]*>)(?:/|$)
      | https?://(?:user|username|your[\w-]*)\.github\.io""",
    re.IGNORECASE | re.VERBOSE,
)

FILE_ENDINGS = frozenset(
    "py md sh rs app zip js jsx ts tsx java kt kts c cc cpp h hpp cs go rb php html htm css scss json xml yml yaml "
    "toml ini cfg conf txt csv log sql ipynb jar war exe dll bat vue dart swift gradle properties env lock mdx rst "
    "tex pdf png jpg jpeg gif svg doc docx xls xlsx ppt pptx hwp mov pl lua cmd bin dat bak tar gz db".split()
)
IDENTIFIER = re.compile(  # of a program; not console.cloud.google.com
    r"(?:this|self|system|java|javax|process|request|response|document|window|console)\."
    r"(?!.+\.(?:com|net|org|edu|gov|[a-z]{2})$)",
    re.IGNORECASE,
)
FILE_LINK = re.compile(r"https?://(?P<host>[^/?#]+)/?", re.IGNORECASE)

NAVIGATION = re.compile(
    r"\W*(?:(?:go |return )?(?:back|up|top)|(?:go |back |return )?to (?:the )?(?:top|index|toc|list|home|main)|"
    r"back to .{1,40}|뒤로(?: ?가기)?|돌아가기|위로(?: ?가기)?|맨 ?위로|처음으로|"
    r"(?:목차로|목록으로|메인으로|홈으로)(?: ?(?:돌아)?가기)?)\W*|[\s←⬅↑⬆🔙🔝⏪◀️\ufe0f]+",
    re.IGNORECASE,
)
NEIGHBOUR = re.compile(
    r"\W*(?:home|prev(?:ious)?|next|index|toc|홈|목[차록]|(?:이전|다음)(?: ?글| ?장| ?페이지)?)\W*",
    re.IGNORECASE,
)
OWN_HOST = re.compile(r"https?://(?:www\.)?github\.com/", re.IGNORECASE)
# A command, written as text, as far as the URL that it is given.
COMMAND = re.compile(
    r"(?:^|[\s$>#|&;])(?:git (?:clone|submodule add|remote (?:add|set-url) \S+)|curl|wget|pip3? install|brew tap \S+"
    r"|(?:npm|yarn|pnpm) (?:i|install|add)|helm repo add \S+)(?: +-\S+(?: +[^-\s]\S*)?)* +$"
)
SCHEME = re.compile(r"https?://", re.IGNORECASE)
HOST_NAME = re.compile(r"https?://([^/?#:@\[\]]+)", re.IGNORECASE)
WITHOUT_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True)
class Policy:
    """What the user allows and leaves out."""

    allowed: AllowedHosts
    ignored: re.Pattern[str] | None

    @classmethod
    def of(cls, allowed_private_hosts: str | Iterable[str], ignore_urls: str | Iterable[str]) -> Policy:
        """Make a policy of the settings, whole or in parts. Raises UsageError."""
        return _policy(_parts(allowed_private_hosts), _parts(ignore_urls))

    def is_citation(self, url: str, label: str, image: str | None, before: str) -> bool:
        """Say whether a URL that the note holds, with its label in plain text, points the reader to a source.

        `image` is the URL of the image that is the whole label, `before` the text before the link on its line.
        A URL that cannot be asked for may be a citation. Where its scheme is mistyped, the rest is judged.
        """
        if not SCHEME.match(url):
            url = f"http://{url.partition('//')[2]}"
        return not (
            is_media(url)
            or (image is not None and BADGE.search(image))
            or is_placeholder(url)
            or is_file_name(url, label)
            or is_navigation(url, label)
            or is_argument(label, before)
            or self._leaves_out(url)
        )

    def _leaves_out(self, url: str) -> bool:
        if self.ignored and (
            self.ignored.fullmatch(url) or self.ignored.fullmatch(WITHOUT_SCHEME.sub("", url, count=1))
        ):
            return True
        try:
            return self.allowed.refuses(url)
        except InvalidURLError:  # http://localhost:port
            name = HOST_NAME.match(url)
            return name is not None and is_private_host(name[1]) and not self.allowed.allows_some_port(name[1])


def _parts(setting: str | Iterable[str]) -> tuple[str, ...]:
    """Split a setting that is one string, by comma or white space, as in the environment."""
    return tuple(setting.replace(",", " ").split() if isinstance(setting, str) else setting)


@lru_cache(maxsize=16)
def _policy(allowed: tuple[str, ...], ignored: tuple[str, ...]) -> Policy:
    patterns = "|".join(translate(pattern.strip()) for pattern in ignored if pattern.strip())
    return Policy(AllowedHosts.parse(allowed), re.compile(patterns) if patterns else None)


def is_media(url: str) -> bool:
    """Say whether a URL is an image, a sound or a film rather than a page."""
    return bool(MEDIA_HOST.match(url) or (MEDIA_FILE.fullmatch(url) and not MEDIA_PAGE.match(url)))


def is_placeholder(url: str) -> bool:
    """Say whether a URL is a pattern or an example: `https://{host}/`, `https://your-domain.com`, `https://test.com`."""
    url = RANGE.sub(r"\1", url[:LONGEST])
    return bool(TEMPLATE.search(url) or TEMPLATE_HOST.match(url) or EXAMPLE_HOST.match(url))


def is_file_name(url: str, label: str) -> bool:
    """Say whether an exporter made a link of a file's or a variable's name: `[manage.py](http://manage.py/)`."""
    link = FILE_LINK.fullmatch(url)
    if link is None or link["host"].lower() != label.strip().rstrip("/").lower():
        return False
    host = link["host"].lower()
    return host.rpartition(".")[2] in FILE_ENDINGS or IDENTIFIER.match(host) is not None


def is_navigation(url: str, label: str) -> bool:
    """Say whether a link only leads around the notes themselves: back, up, to the top; on GitHub also home and next."""
    return bool(NAVIGATION.fullmatch(label) or (NEIGHBOUR.fullmatch(label) and OWN_HOST.match(url)))


def is_argument(label: str, before: str) -> bool:
    """Say whether a URL is what a command is given: `$ git clone https://…`, bare or made a link by an exporter."""
    return (not label or "://" in label) and COMMAND.search(before) is not None
