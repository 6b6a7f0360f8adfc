from __future__ import annotations

import pytest

from crawler.platforms import all_platforms, platform_of
from crawler.urls import canonical_url, unwrap

KEYS = {
    "https://goldsony.tistory.com/37": [
        "https://goldsony.tistory.com/m/37",
        "http://goldsony.tistory.com/37?category=1",
    ],
    "https://a.tistory.com": ["https://a.tistory.com/m/", "https://a.tistory.com/m"],
    "https://a.tistory.com/memo": [],
    "https://a.tistory.com/entry/b": ["https://a.tistory.com/m/entry/b"],
    "https://blog.naver.com/blog/220": [
        "http://m.blog.naver.com/blog/220?proxyReferer=https:%2F%2Fwww.google.com%2F",
        "https://blog.naver.com/PostView.nhn?blogId=blog&logNo=220&redirect=Dlog",
        "https://m.blog.naver.com/PostView.naver?blogId=blog&logNo=220",
        "https://blog.naver.com/blog?Redirect=Log&logNo=220",
    ],
    "https://blog.naver.com/PostList.naver?blogId=blog": ["https://m.blog.naver.com/PostList.naver?blogId=blog"],
    "https://youtube.com/watch?v=dQw4w9WgXcQ": [
        "https://youtu.be/dQw4w9WgXcQ?si=a&t=3",
        "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ#t=3",
        "https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?a=b",
    ],
    "https://youtube.com/playlist?list=a": ["https://www.youtube.com/playlist?list=a&si=b"],
    "https://stackoverflow.com/questions/51335298": [
        "https://stackoverflow.com/questions/51335298/concepts-of-backref",
        "https://stackoverflow.com/q/51335298/1",
        "https://stackoverflow.com/questions/51335298/concepts/51338393#51338393",
    ],
    "https://unix.stackexchange.com/a/12": ["https://unix.stackexchange.com/a/12/34"],
    "https://github.com/o/r/blob/main/a/b.py": [
        "https://raw.githubusercontent.com/o/r/main/a/b.py",
        "https://github.com/o/r/raw/main/a/b.py",
        "https://github.com/o/r/blob/main/a/b.py#L10",
        "https://raw.githubusercontent.com/o/r/refs/heads/main/a/b.py",
        "https://github.com/o/r/blob/main/a/b.py?raw=true",
        "https://github.com/o/r/blob/main/a/b.py?plain=1#L10",
    ],
    "https://github.com/o/r": ["https://github.com/o/r.git"],
    "https://github.com/o/r/blob/main/a.git": [],
    "https://en.wikipedia.org/wiki/Go": ["https://en.m.wikipedia.org/wiki/Go#History"],
    "https://reddit.com/comments/abc123": [
        "https://old.reddit.com/r/lamps/comments/abc123/which_lamp/",
        "https://www.reddit.com/r/lamps/comments/abc123",
        "https://redd.it/abc123",
    ],
    "https://reddit.com/comments/abc123/comment/d4": [
        "https://old.reddit.com/r/lamps/comments/abc123/which_lamp/d4/?context=3",
        "https://www.reddit.com/r/lamps/comments/abc123/comment/d4/",
    ],
    "https://reddit.com/r/lamps/wiki/index": ["https://www.reddit.com/r/lamps/wiki/index"],
    "https://n.news.naver.com/article/001/0012345678": [
        "https://n.news.naver.com/mnews/article/001/0012345678?sid=105",
        "https://news.naver.com/main/read.nhn?mode=LSD&mid=sec&oid=001&aid=0012345678&sid1=001",
        "http://m.news.naver.com/read.nhn?oid=001&aid=0012345678",
    ],
    "https://n.news.naver.com/article/comment/001/0012345678": [],
    "https://sports.news.naver.com/news?oid=001&aid=0012345678": [],
    "https://v.daum.net/v/20240513125214547": [
        "http://v.media.daum.net/v/20240513125214547?f=o",
        "https://news.v.daum.net/v/20240513125214547?rcmd=rn",
    ],
    "https://post.naver.com/viewer/postView.naver?volumeNo=1&memberNo=2": [
        "http://m.post.naver.com/viewer/postView.nhn?memberNo=2&volumeNo=1&searchKeyword=a",
    ],
    "https://cafe.naver.com/a/1": ["http://cafe.naver.com/a/1?art=ticket"],
    "https://facebook.com/a": ["https://www.facebook.com/a?fref=nf"],
    "https://notion.so/a": ["https://www.notion.so/a?pvs=4"],
}


@pytest.mark.parametrize(("key", "url"), [(key, url) for key, urls in KEYS.items() for url in [key, *urls]])
def test_every_address_of_a_page_has_one_key(key: str, url: str) -> None:
    assert canonical_url(url) == key


@pytest.mark.parametrize(
    "wrapper",
    [
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fspring.io%2Fa",
        "https://www.google.co.kr/url?q=https%3A%2F%2Fspring.io%2Fa",
        "https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fspring.io%2Fa",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fspring.io%2Fa&h=x",
        "https://colab.research.google.com/corgiredirector?site=https%3A%2F%2Fspring.io%2Fa",
    ],
)
def test_a_wrapper_gives_its_target(wrapper: str) -> None:
    assert unwrap(wrapper) == "https://spring.io/a"


def test_the_longest_suffix_names_the_platform() -> None:
    hosts = [
        "m.blog.naver.com",
        "cafe.naver.com",
        "a.tistory.com",
        "tistory.com",
        "nottistory.com",
        "velog.io",
        "",
        "com",
    ]
    names = [platform.name if (platform := platform_of(host)) else None for host in hosts]

    assert names == ["naver_blog", "naver_cafe", "tistory", "tistory", None, "velog", None, None]


def test_no_two_platforms_claim_a_name_or_a_host() -> None:
    names = [platform.name for platform in all_platforms()]
    hosts = [host for platform in all_platforms() for host in platform.hosts]

    assert len(set(names)) == len(names)
    assert len(set(hosts)) == len(hosts)
