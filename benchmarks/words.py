"""The sentences of the synthetic corpus: Korean and English, made of parts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

KOREAN_SUBJECTS = """\
캐시 서버는
배포 스크립트는
이벤트 루프는
커넥션 풀은
인덱스가 없는 쿼리는
메시지 큐는
스케줄러는
가비지 컬렉터는
로드 밸런서는
트랜잭션은
컨테이너 런타임은
타입 검사기는
정적 파일 서버는
재시도 로직은
로그 수집기는
세션 저장소는""".splitlines()
KOREAN_MIDDLES = """\
요청이 몰리는 시간에
설정을 바꾸지 않아도
두 번째 실행부터
메모리가 모자라면
시간 초과가 나기 전에
네트워크가 끊긴 동안
운영 환경에서만
테스트를 돌릴 때마다
처음 연결할 때
버전을 올린 뒤에
부하가 줄어들면
디스크가 느릴수록""".splitlines()
KOREAN_ENDS = """\
결과를 잠시 보관했다가 돌려준다
같은 작업을 한 번 더 실행한다
오래된 연결을 조용히 닫는다
기대한 것보다 훨씬 느려진다
원인을 찾기 어려운 오류를 남긴다
다음 단계가 끝날 때까지 기다린다
기본값만으로도 충분히 빠르다
문서에 적힌 것과 다르게 움직인다
한 번에 하나씩만 처리한다
실패한 항목을 다시 줄에 세운다""".splitlines()
ENGLISH_SUBJECTS = """\
The connection pool
A long transaction
The event loop
Every worker process
The build cache
An index on two columns
The reverse proxy
A background job
The type checker
Each retry
The log shipper
A prepared statement""".splitlines()
ENGLISH_MIDDLES = """\
under heavy load
after the second deploy
with the default settings
when the disk is slow
before the timeout fires
on a machine with two cores
once the cache is warm
while a reader is open
behind the load balancer
in production""".splitlines()
ENGLISH_ENDS = """\
keeps its result for the next caller
waits until the lock is free
closes connections that nobody uses
fails in a way that is hard to see
does one thing at a time
writes more than it reads
returns the same answer twice
is faster than anyone expected
needs a limit of its own""".splitlines()
# What stands around an article has words of its own, as on the web: an extractor tells them apart by that.
MENU = {
    "ko": (
        "백엔드 개발",
        "프론트엔드",
        "알고리즘 풀이",
        "자료구조",
        "컴퓨터 네트워크",
        "운영체제",
        "책 읽기",
        "회고록",
    ),
    "en": ("Backend", "Frontend", "Algorithms", "Data structures", "Networks", "Operating systems", "Books", "Diary"),
}
PRAISE = {
    "ko": (
        "좋은 글 감사합니다",
        "덕분에 해결했습니다",
        "정리가 깔끔하네요",
        "저도 같은 문제를 겪었어요",
        "잘 읽고 갑니다",
    ),
    "en": ("Thanks for the post", "This saved my day", "Very clear, thank you", "I had this problem too", "Nice read"),
}
ASIDES = {
    "ko": (
        "퍼가도 될까요?",
        "다음 글도 기대할게요!",
        "혹시 예제 저장소가 있나요?",
        "구독하고 갑니다~",
        "자주 올게요 ㅎㅎ",
    ),
    "en": ("May I share it?", "Waiting for part two!", "Is there a repository?", "Subscribed.", "See you soon :)"),
}
CODE = (
    "def fetch(url: str) -> bytes:\n    with urlopen(url, timeout=10) as response:\n        return response.read()",
    "SELECT user_id, count(*)\nFROM orders\nWHERE status = 'paid'\nGROUP BY user_id\nORDER BY 2 DESC;",
    "docker run --rm -it \\\n  --memory 512m \\\n  -v $PWD:/app \\\n  python:3.11 python /app/main.py",
    "async def main() -> None:\n    for item in items:\n        await handle(item)\n    await queue.join()",
    "const result = items\n  .filter((item) => item.active)\n  .map((item) => ({ id: item.id, name: item.name }));",
    "server {\n    listen 443 ssl;\n    location /api/ {\n        proxy_pass http://backend;\n    }\n}",
    "public Optional<User> find(long id) {\n    return Optional.ofNullable(users.get(id));\n}",
    "git switch -c feature/login\ngit commit -m 'Add the login form'\ngit push -u origin HEAD",
)
LANGUAGES = ("python", "sql", "bash", "python", "javascript", "nginx", "java", "bash")


def sentences(random: Random) -> tuple[list[str], list[str]]:
    """Return all Korean and all English sentences, each shuffled."""
    korean = [f"{' '.join(parts)}." for parts in product(KOREAN_SUBJECTS, KOREAN_MIDDLES, KOREAN_ENDS)]
    english = [f"{' '.join(parts)}." for parts in product(ENGLISH_SUBJECTS, ENGLISH_MIDDLES, ENGLISH_ENDS)]
    random.shuffle(korean)
    random.shuffle(english)
    return korean, english
