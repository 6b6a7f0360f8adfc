-- Renders one page in Splash and returns what the crawl must know of it:
--   {url, error, html, body, guessed, history, hops, file, failure}
--     url      the address that the browser ended on
--     error    nil, or Splash's word for what went wrong: "http404", "network3", …
--     history  the documents that the main frame showed, first to last (HAR): statuses, headers
--     hops     every HTTP redirect seen: {url, status, location}
--     html     the document, its frames inlined where each one stands
--     body     the document's bytes as its server sent them (base64)
--     guessed  whether the browser had to guess their character set
--     file     {url, type}: what came is no page but a file, left for a plain request
--   failure  the message of the first script that the browser could not run; empty where all ran
--
-- Arguments: url, user_agent, accept_language, load_seconds (a bound on each resource), quiet_seconds (a bound on waiting
-- for the scripts). WATCH (quiet.js) and INLINE (frames.js) stand before this text; see requests.py.
local treat = require("treat")

local STEP = 0.05

-- What WebKit cannot show. It would end as a failed load, and the body would be on its way for nothing.
local FILES = {"application/pdf", "application/zip", "application/octet-stream", "application/gzip",
               "application/x-", "application/vnd.", "application/msword", "audio/", "video/", "image/"}

local function is_file(content_type)
  for _, prefix in ipairs(FILES) do
    if string.sub(string.lower(content_type), 1, #prefix) == prefix then
      return true
    end
  end
  return false
end

local function wait_until_quiet(splash, seconds)
  local waited = 0
  repeat
    splash:wait{STEP, cancel_on_redirect=false, cancel_on_error=false}
    waited = waited + STEP
  until waited >= seconds or splash:evaljs("window.__refkeepQuiet ? window.__refkeepQuiet() : true")
end

-- The history without the documents' bytes, and those of the last document (base64).
local function read_history(splash)
  local history, body = splash:history(), nil
  for _, entry in ipairs(history) do
    local content = entry.response and entry.response.content or {}
    body, content.text = content.text, nil
  end
  return history, body
end

function main(splash, args)
  local file, hops, arrived = nil, {}, false
  splash.resource_timeout = args.load_seconds
  splash:set_user_agent(args.user_agent)
  splash:set_custom_headers({["Accept-Language"] = args.accept_language})
  splash:autoload(WATCH)
  splash:on_request(function(request)
    if string.sub(request.headers["Accept"] or "", 1, 9) == "text/html" then -- so WebKit asks for documents alone
      request:enable_response_body()
    end
  end)
  splash:on_response_headers(function(response)
    local location, content_type = response.headers["Location"], response.headers["Content-Type"] or ""
    if location and string.lower(string.sub(location, 1, 5)) == "file:" then
      response.abort() -- WebKit would wait for it until the end of the rendering
    elseif location and response.status >= 300 and response.status < 400 then
      hops[#hops + 1] = {url = response.url, status = response.status, location = location}
    elseif not arrived then -- the first response that is no redirect is the document's
      arrived = true
      if is_file(content_type) then
        file = {url = response.url, type = content_type}
        response.abort()
      end
    end
  end)

  local _, problem = splash:go{args.url}
  local result = {error = problem, file = file, hops = treat.as_array(hops)}
  -- A document that arrived is shown, whatever the problem: an HTTP error has its page, and a frame that did not load
  -- (a video or a tracker that the filters keep away) takes nothing from the page around it.
  if not arrived or file then
    result.url, result.history = splash:url(), read_history(splash)
    return result
  end

  wait_until_quiet(splash, args.quiet_seconds)
  result.guessed = splash:evaljs("window.__refkeepGuessedCharset ? window.__refkeepGuessedCharset() : false")
  result.failure = splash:evaljs("window.__refkeepFailure ? window.__refkeepFailure() : ''")
  splash:runjs(INLINE)
  result.html = splash:html()
  result.url, result.history, result.body = splash:url(), read_history(splash)
  return result
end
