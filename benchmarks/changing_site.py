"""A blog that is crawled twice: posts with an ETag, with Last-Modified, with neither, and with counters that tick.

Post n is of the kind n % 4; four of 200 are edited when /revise is asked for, one of each kind. The counters tick with
each visit, in the sidebar and in the post. Every 304 is honest.
"""

from __future__ import annotations

from functools import lru_cache

from benchmarks.corpus import article_page
from benchmarks.site import POST, Connection, main, response

ETAG, MODIFIED, NEITHER, COUNTER = range(4)
EDITED = frozenset({7, 64, 121, 178})  # of each 200 posts
DAYS = (b"Sat, 28 Feb 2026 12:00:00 GMT", b"Sun, 01 Mar 2026 12:00:00 GMT")
COUNTERS = b"<p>\xec\xa1\xb0\xed\x9a\x8c %d \xc2\xb7 \xeb\x8c\x93\xea\xb8\x80 %d</p>\n"  # "조회 %d · 댓글 %d"
EDIT = "<p>글을 고쳤다: 기본값은 8051이다.</p>\n".encode()


def is_edited(n: int) -> bool:
    return n % 200 in EDITED


@lru_cache(maxsize=4096)
def post(seed: int, n: int) -> tuple[bytes, bytes]:
    """Return what a post begins with, up to the end of its text, and how it ends: a tistory page by its marks."""
    page = article_page(seed, n).replace(b'class="post"', b'class="post tt_article_useless_p_margin contents_style"')
    text, end, rest = page.partition(b"</article>")
    return text, end + rest


class ChangingConnection(Connection):
    """Answers for the blog."""

    revision = 0  # of the whole site
    visits = 0

    def answer(self, target: bytes, head: bytes) -> bytes:
        if target == b"/revise":
            ChangingConnection.revision = 1
            return response(b"text/plain", b"revised")
        if not (found := POST.fullmatch(target)):
            return super().answer(target, head)
        super().answer(target, head)  # remembers when it was asked for
        n = int(found[1])
        return self.of_post(n, self.revision if is_edited(n) else 0, head)

    def of_post(self, n: int, edits: int, head: bytes) -> bytes:
        """Return a post, or 304 to who has it."""
        name, value = {ETAG: (b"ETag", b'"%d-%d"' % (n, edits)), MODIFIED: (b"Last-Modified", DAYS[edits])}.get(
            n % 4, (b"", b"")
        )
        if name and b": " + value in head:
            return b"HTTP/1.1 304 Not Modified\r\n%s: %s\r\n\r\n" % (name, value)
        text, rest = post(self.seed, n)
        body = text + (EDIT if edits else b"") + self.counters(n) + rest
        whole = response(b"text/html; charset=utf-8", body)
        return whole.replace(b"\r\n", b"\r\n%s: %s\r\n" % (name, value), 1) if name else whole

    def counters(self, n: int) -> bytes:
        if n % 4 != COUNTER:
            return b""
        ChangingConnection.visits += 1
        return COUNTERS % (self.visits, self.visits % 7)


if __name__ == "__main__":
    main(ChangingConnection)
