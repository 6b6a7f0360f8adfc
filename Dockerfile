# The crawler, and the cron beside it. Splash and PostgreSQL have images of their own: docker-compose.yml.
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /refkeep

COPY requirements.txt ./
RUN python -m venv .venv && .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-cache-dir \
    --no-deps --require-hashes --only-binary :all: --requirement requirements.txt

COPY . ./
RUN useradd --create-home refkeep && install --directory --owner refkeep data
USER refkeep

ENV PATH=/refkeep/.venv/bin:$PATH
CMD ["scrapy", "crawl", "sources"]
