"""The user's own platform files: what they may say, and how a bad one is refused."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import pytest
from lxml import html

from crawler.exceptions import UsageError
from crawler.extraction import RULES_VERSION, extract, rules_version
from crawler.platforms import all_platforms, own_files, platform_of, read_folder, use_own_files
from crawler.platforms.recognise import recognise
from crawler.processes import initializer
from crawler.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Own = Callable[..., None]

HEAD = "from crawler.platforms import Platform\n"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Own]:
    """Return what makes the given platforms the user's own, one file each."""

    def use(*platforms: str) -> None:
        for number, platform in enumerate(platforms):
            (tmp_path / f"own{number}.py").write_text(f"{HEAD}{platform}\n", "utf-8")
        use_own_files(read_folder(tmp_path))
        canonical_url.cache_clear()

    yield use
    use_own_files(())
    canonical_url.cache_clear()


def test_a_file_with_the_name_of_ours_takes_its_place(own: Own) -> None:
    own('PLATFORM = Platform(name="velog", hosts=("velog.example",), content=("main",))')

    (velog,) = [platform for platform in all_platforms() if platform.name == "velog"]

    assert velog.content == ("main",)
    assert platform_of("velog.io") is None
    assert platform_of("velog.example") is velog


def test_a_file_with_a_host_of_ours_wins_there_alone(own: Own) -> None:
    own('PLATFORM = Platform(name="mine", hosts=("tistory.com",), content=(".mine",))')
    tree = html.document_fromstring('<div class="mine"></div><div class="tt_article_useless_p_margin"></div>')

    at_host, elsewhere = recognise("https://a.tistory.com/1", tree), recognise("https://own-domain.kr/1", tree)

    assert at_host is not None
    assert at_host.name == "mine"
    assert elsewhere is not None
    assert elsewhere.name == "tistory"


def test_the_users_signs_are_looked_for_first(own: Own) -> None:
    own('PLATFORM = Platform(name="mine", signs=(".mine",), content=(".mine",))')
    page = '<div class="mine">Mine.</div><div class="tt_article_useless_p_margin">Theirs.</div>'

    assert extract(page, "https://blog.example/").text == "Mine."


def test_a_file_keys_urls(own: Own) -> None:
    own('PLATFORM = Platform(name="mine", hosts=("a.dev",), key=lambda url: url._replace(path="/one"))')

    assert canonical_url("https://b.a.dev/two") == "https://b.a.dev/one"


def test_worker_processes_work_by_the_same_files(own: Own, tmp_path: Path) -> None:
    own('PLATFORM = Platform(name="mine", hosts=("a.dev",), key=lambda url: url._replace(path="/one"))')
    (tmp_path / "own0.py").write_text("changed meanwhile, and broken", "utf-8")

    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=initializer()) as pool:
        assert pool.submit(canonical_url, "https://a.dev/two").result() == "https://a.dev/one"


def test_the_rules_are_called_after_the_files(own: Own) -> None:
    assert rules_version() == RULES_VERSION

    own('PLATFORM = Platform(name="mine")')
    one = rules_version()
    own('PLATFORM = Platform(name="mine", hosts=("a.dev",))')

    assert len({RULES_VERSION, one, rules_version()}) == 3
    assert one.startswith(f"{RULES_VERSION}+")


@pytest.mark.parametrize(
    ("platform", "reason"),
    [
        ("def (", "own0.py:2: SyntaxError: invalid syntax; mend it or take it out"),
        ("PLATFORM = Platfrom()", "own0.py:2: NameError: name 'Platfrom' is not defined; mend it or take it out"),
        ("PLATFORM = 1", "own0.py has no PLATFORM: write PLATFORM = Platform(name=…), or take it out"),
        ('PLATFORM = Platform(name="a", drop=(".a["))', "drop='.a[' is a text: write drop=('.a[',), with the comma"),
        ('PLATFORM = Platform(name="a", drop=(".a[",))', "the selector '.a[' of drop cannot be read: "),
        ('PLATFORM = Platform(name="a", title=("h1[@content",))', "the selector 'h1[@content' of title cannot be read"),
        ('PLATFORM = Platform(name="a", signs=("//a[",))', "the selector '//a[' of signs cannot be read: "),
        ('PLATFORM = Platform(name="a", signs=("//a[has(@b)]",))', "cannot be read: XPath has no has(); mend it"),
        ('PLATFORM = Platform(name="a", content=("count(//a)",))', "the selector 'count(//a)' of content cannot be"),
        ('PLATFORM = Platform(name="a b")', "name='a b' is no name: take letters, digits, _ and -"),
        ('PLATFORM = Platform(name="a", hosts=("https://b.kr/",))', "the host 'https://b.kr/' is none: write it alone"),
        ('PLATFORM = Platform(name="a", key="b")', "key='b' is no function"),
        ('PLATFORM = Platform(name="a", tracking=("b",))', "tracking=('b',) is no set: write frozenset({…})"),
        ('PLATFORM = Platform(name="a", rendered="yes")', "rendered='yes' is neither True nor False"),
        ('PLATFORM = Platform(name="a", zone=9)', "zone=9 is no time zone: write timezone(timedelta(hours=9))"),
    ],
)
def test_a_bad_file_is_named_with_its_mend(own: Own, platform: str, reason: str) -> None:
    with pytest.raises(UsageError) as refused:
        own(platform)

    assert "own0.py" in str(refused.value)
    assert reason in str(refused.value)
    assert own_files() == ()


@pytest.mark.parametrize("claim", ['name="one"', 'name="two", hosts=("a.dev",)'])
def test_two_files_that_claim_the_same_are_both_named(own: Own, claim: str) -> None:
    with pytest.raises(UsageError, match=r"own1\.py has .* and so has .*own0\.py: take it out of one of them"):
        own('PLATFORM = Platform(name="one", hosts=("a.dev",))', f"PLATFORM = Platform({claim})")


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        ("lambda url: 1 / 0", "own0.py:2: key: ZeroDivisionError: division by zero; mend it"),
        ("lambda url: str(url)", "own0.py: key returned str; see docs/platforms.md"),
    ],
)
def test_a_function_that_fails_says_whose_it_is(own: Own, function: str, reason: str) -> None:
    own(f'PLATFORM = Platform(name="mine", hosts=("a.dev",), key={function})')

    with pytest.raises(UsageError) as failed:
        canonical_url("https://a.dev/")

    assert reason in str(failed.value)


def test_files_that_begin_with_an_underscore_are_no_platforms(own: Own, tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text("", "utf-8")
    (tmp_path / "_draft.py").write_text("not yet", "utf-8")
    own('PLATFORM = Platform(name="mine")')

    assert [file.path for file in own_files()] == [str(tmp_path / "own0.py")]


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"PLATFORMS_DIR=.*none is no folder: name one, or leave it empty"):
        read_folder(tmp_path / "none")
