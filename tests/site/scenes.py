"""Things on the site that take more than one route: each function sets one up and returns its URL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.site import pages
from tests.site.replies import Page

if TYPE_CHECKING:
    from tests.site.site import Site


def redirect_chain(site: Site, path: str, hops: int, status: int = 302) -> str:
    """Redirect so many times from a path to an article."""
    site.page(f"{path}/{hops}", pages.article("At the end of the chain", pages.ENGLISH_TEXT))
    for hop in range(hops - 1, 0, -1):
        site.redirect(f"{path}/{hop}", f"{path}/{hop + 1}", status)
    return site.redirect(path, f"{path}/1", status)


def redirect_loop(site: Site, path: str, status: int = 302) -> str:
    """Redirect from a path to another and back."""
    site.redirect(f"{path}/back", path, status)
    return site.redirect(path, f"{path}/back", status)


def fetched_by_script(site: Site, path: str, text: str) -> str:
    """Show a text that the page's script asks for by XMLHttpRequest."""
    site.page(f"{path}.json", json.dumps({"text": text}), content_type="application/json")
    return site.page(
        path,
        f"""<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>Request</title></head>
<body><div id="app">Loading</div>
<script>
var request = new XMLHttpRequest();
request.open('GET', '{path}.json');
request.onload = function () {{
  var text = JSON.parse(request.responseText).text;
  document.getElementById('app').innerHTML = '<article><h1>Asked for</h1><p>' + text + '</p></article>';
}};
request.send();
</script>
</body></html>
""",
    )


def lengthened_by_script(site: Site, path: str, text: str, more: str) -> str:
    """Show a text to which the page's script adds more."""
    return site.page(
        path,
        f"""<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>Read on</title></head>
<body><article><h1>Read on</h1><p>{text}</p></article>
<script>
var more = document.createElement('p');
more.textContent = {json.dumps(more)};
document.querySelector('article').appendChild(more);
</script>
</body></html>
""",
    )


def nested_frames(site: Site, path: str, depth: int, text: str) -> str:
    """Show a text inside so many frames, each within the one before."""
    site.page(f"{path}/{depth}", pages.article("Inside", text))
    for level in range(depth - 1, 0, -1):
        site.page(f"{path}/{level}", pages.framing(f"{path}/{level + 1}", text=f"frame {level}"))
    return site.page(path, pages.framing(f"{path}/1", text="outermost"))


def with_assets(site: Site, path: str, count: int) -> str:
    """Show an article that loads so many assets: style sheets, scripts and pictures in turn."""
    kinds = (
        ("css", "text/css", "p { color: #333 }", '<link rel="stylesheet" href="{}">'),
        ("js", "text/javascript", "window.loaded = (window.loaded || 0) + 1;", '<script src="{}"></script>'),
        ("svg", "image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>', '<img src="{}" alt="">'),
    )
    elements = []
    for number in range(count):
        suffix, content_type, body, element = kinds[number % len(kinds)]
        asset = f"{path}/asset-{number}.{suffix}"
        site.page(asset, body, content_type=content_type)
        elements.append(element.format(asset))
    return site.page(path, pages.article("Assets", pages.ENGLISH_TEXT, "".join(elements)))


def attachment(site: Site, path: str, body: bytes, name: str, content_type: str = "application/octet-stream") -> str:
    """Offer a download."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return site.page(path, body, content_type=content_type, headers=disposition)


def busy_then(site: Site, path: str, reply: Page, *, times: int, retry_after: str = "1") -> str:
    """Answer so many times with 429 and a Retry-After, then with the reply."""
    busy = Page(body="slow down", status=429, headers={"Retry-After": retry_after})
    return site.add(path, *[busy] * times, reply)
