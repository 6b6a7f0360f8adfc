"""Pages to put on the site: each function returns one document."""

from __future__ import annotations

# Not in EUC-KR proper (KS X 1001): only CP949 has these syllables.
CP949_TEXT = "똠방각하가 펲시콜라를 마시며 쇼핑몰을 둘러보았다."
KOREAN_TEXT = "가을 하늘은 높고 말은 살찐다. 서버는 밤새 말이 없고 로그만 길게 남았다."
ENGLISH_TEXT = "The quick brown fox reads the log of the night and finds nothing in it worth a page."


def article(title: str, *paragraphs: str, head: str = "") -> str:
    """Return a page with a menu, an article and a footer; `head` goes into the head as it stands."""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!doctype html>
<html lang="ko">
<head>{head}<title>{title}</title></head>
<body>
<nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article>
<h1>{title}</h1>
{body}
</article>
<footer>All rights reserved</footer>
</body>
</html>
"""


def declaring(charset: str, *paragraphs: str) -> bytes:
    """Return an article in a charset that its own meta element names."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return article("문자셋", *paragraphs, head=meta).encode(charset)


def undeclared(charset: str, *paragraphs: str) -> bytes:
    """Return an article in a charset that it never names."""
    return article("문자셋", *paragraphs).encode(charset)


def refresh(to: str, seconds: int = 0) -> str:
    """Return a page that sends the browser on by a meta element."""
    return article("Moved", head=f'<meta http-equiv="refresh" content="{seconds}; url={to}">')


def relocate(to: str) -> str:
    """Return a page that sends the browser on by a script."""
    return article("Moved", head=f"<script>location.replace({to!r});</script>")


def written_by_script(text: str, milliseconds: int = 300) -> str:
    """Return a page whose text appears some time after it was loaded (ES5, which an old WebKit runs)."""
    return f"""<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>Script</title></head>
<body><div id="app"></div>
<script>
setTimeout(function () {{
  var article = document.createElement('article');
  article.innerHTML = '<h1>Written by a script</h1><p>' + {text!r} + '</p>';
  document.getElementById('app').appendChild(article);
}}, {milliseconds});
</script>
</body></html>
"""


def endless_script() -> str:
    """Return a page that never gives the browser back."""
    return article("Endless", ENGLISH_TEXT) + "<script>while (true) {}</script>"


def framing(*sources: str, text: str = "") -> str:
    """Return a page with a frame for each source and a text around them."""
    frames = "\n".join(f'<iframe src="{source}"></iframe>' for source in sources)
    return (
        f"<!doctype html>\n<html><head><title>Frames</title></head>\n<body>\n<p>{text}</p>\n{frames}\n</body></html>\n"
    )


def pdf(text: str) -> bytes:
    """Return a valid PDF of one page with one line of ASCII text."""
    stream = b"BT /F1 18 Tf 72 720 Td (" + text.encode("ascii") + b") Tj ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    )
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return body + (
        b"xref\n0 7\n0000000000 65535 f \n%strailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (table, len(body))
    )
