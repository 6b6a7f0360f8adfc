"""Each benchmark runs, on as little as it can, and gives its ratios; what they are is for `make bench` to say."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks import broken, clean, extraction, memory, quality, recrawl, sync
from benchmarks import splash as splash_benchmark
from benchmarks.__main__ import draw
from benchmarks.crawls import PROJECT_DIR
from benchmarks.figure import AtLeast, AtMost, Figure
from benchmarks.peers import PEERS
from benchmarks.rate import steady_rate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.plugins.splash import RunningSplash


def ratios(figures: Iterable[Figure]) -> list[bool]:
    return [0 < figure.ratio < float("inf") for figure in figures]


def test_the_sync_is_measured_with_new_notes_and_with_unchanged_ones(tmp_path: Path) -> None:
    assert ratios(sync.measure(tmp_path, sync.Size(notes=10, citations=20, repeats=1))) == [True, True]


def test_memory_is_measured_over_the_same_number_of_responses(tmp_path: Path) -> None:
    assert ratios(memory.measure(tmp_path, memory.Size(few=5, many=40, responses=5, repeats=1))) == [True]


def test_splash_is_measured_with_and_without_the_crawl(
    tmp_path: Path, splash: RunningSplash, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPLASH_URL", splash.url)
    monkeypatch.setenv("ALLOWED_PRIVATE_HOSTS", "127.0.0.1,127.0.0.2")

    assert ratios(splash_benchmark.measure(tmp_path, splash_benchmark.Size(pages=6, repeats=1))) == [True]


def test_a_second_crawl_is_measured_against_the_first(
    tmp_path: Path, splash: RunningSplash, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPLASH_URL", splash.url)
    monkeypatch.setenv("ALLOWED_PRIVATE_HOSTS", "127.0.0.1,127.0.0.2")

    rate, rendered, snapshots = recrawl.measure(tmp_path, recrawl.Size(posts=12))

    assert rate.ratio > 0
    assert (rendered.ours, rendered.yardstick) == (1, 1)
    assert snapshots.ours == 0


def test_cleaning_is_measured_against_a_bare_spider(tmp_path: Path) -> None:
    assert ratios(clean.measure(tmp_path, clean.Size(pages=10, repeats=1))) == [True, True]


def test_cleaning_is_timed_over_broken_pages(tmp_path: Path) -> None:
    assert ratios(broken.measure(tmp_path, broken.Size(pages=9, large=9))) == [True, True]


def test_cleaning_is_scored_beside_the_others_and_timed(
    tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extraction, "TABLE", tmp_path / "new" / "table.md")
    figures = list(extraction.measure(tmp_path, extraction.Size(sets=["korean"])))
    table = (tmp_path / "new" / "table.md").read_text("utf-8")

    assert shared == extraction.KNOWN
    assert {figure.name for figure in figures} >= {"korean, F1 : best other", "platform page : trafilatura"}
    assert all(figure.ours > 0 and figure.yardstick > 0 for figure in figures)
    assert [row.split(" | ")[0] for row in table.splitlines()[2:]] == ["| refkeep", *(f"| {peer}" for peer in PEERS)]
    assert table in capsys.readouterr().out


def test_quality_is_measured_on_pages_whole_and_damaged(tmp_path: Path, shared: Path) -> None:
    rho, told_apart = quality.measure(tmp_path, quality.Size(pages=3))

    assert shared == extraction.KNOWN
    assert 0 < rho.ratio <= 1
    assert told_apart.yardstick == 3 * (1 + len(quality.damage.ALL))


def test_ranks_that_go_together_are_1_whatever_the_values() -> None:
    assert quality.spearman([0.1, 0.2, 0.9], [1, 5, 6]) == pytest.approx(1)
    assert quality.spearman([0.9, 0.2, 0.2, 0.1], [1, 5, 5, 6]) == pytest.approx(-1)


def test_a_figure_without_a_yardstick_passes_where_there_is_something() -> None:
    assert Figure("a : b", 3, 0, "", AtLeast(1)).passes
    assert not Figure("a : b", 0, 0, "", AtLeast(1)).passes


def test_a_figure_is_the_ratio_of_the_medians_beside_its_bound() -> None:
    figure = Figure.of("a : b", [3, 1, 2], [4, 5, 1], unit="s", bound=AtMost(0.4))

    assert str(figure) == "a : b: 0.500 (≤ 0.4) miss, 2 : 4 s"
    assert AtMost(0.5).holds(figure.ratio)
    assert AtLeast(0.5).holds(figure.ratio)
    assert not AtLeast(0.6).holds(figure.ratio)


def test_the_table_shows_every_figure() -> None:
    figures = [Figure(name, 1, 2, "s", AtMost(1)) for name in ("one", "two")]

    assert draw(figures).row_count == 2


def test_a_steady_rate_leaves_out_the_start_and_the_end() -> None:
    assert steady_rate([0, *(10 + n / 4 for n in range(18)), 99]) == pytest.approx(4)

    with pytest.raises(ValueError, match="1 pages were asked for"):
        steady_rate([1.0])


def test_a_benchmark_that_is_not_there_is_named() -> None:
    command = [sys.executable, "-m", "benchmarks", "speed"]
    result = subprocess.run(command, cwd=PROJECT_DIR, capture_output=True, text=True, check=False)

    assert result.returncode == 2
    assert "'speed'" in result.stderr
