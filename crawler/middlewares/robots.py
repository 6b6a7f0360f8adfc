"""robots.txt, for the host that a page really comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest

from crawler.items import Verdict
from crawler.middlewares.refusal import Refusal
from crawler.rendering.rendered import rendered_url

if TYPE_CHECKING:
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser


class TargetRobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt of the target host, and of the host that a redirect inside Splash ended on.

    Scrapy's own middleware sees each redirect of a plain request, and none that a browser followed.
    """

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise Refusal(Verdict.ROBOTS, f"robots.txt of {request.url} asks not to fetch it") from error

    async def process_response(self, request: Request, response: Response) -> Response:
        final_url = rendered_url(response)
        if final_url is not None and final_url != request.meta["splash"]["args"]["url"]:
            await self.process_request(Request(final_url))
        return response
