-- Renders one page in Splash and returns what the crawl must know of it:
--   {url, error, html, body, charset, history, hops, file, failed}
--     url      the address that the browser ended on
--     error    nil, or Splash's word for what went wrong: "http404", "network3", …
--     history  the documents that the main frame showed, first to last (HAR): statuses, headers
--     hops     every HTTP redirect seen: {url, status, location}
--     html     the document, its frames inlined where each one stands
--     body     the document's bytes as its server sent them (base64)
--     charset  the character set in which the browser read them; "none" where the page runs no scripts, which tell it
--     file     {url, type}: a response that the browser does not show as a page, left for a plain request
--     failed   whether a script of the page did not run
--
-- Arguments: url, user_agent, accept_language, load_seconds (a bound on each resource), quiet_seconds (a bound on waiting
-- for the scripts). PAGE_SCRIPTS (quiet.js, frames.js, channel.js) stands before this text; see requests.py.
local treat = require("treat")

local STEP = 0.05

-- What WebKit cannot show. It would end as a failed load, and the body would be on its way for nothing.
local FILES = {"application/pdf", "application/zip", "application/octet-stream", "application/gzip",
               "application/x-", "application/vnd.", "application/msword", "audio/", "video/", "image/"}

local function starts_with(text, prefix)
  return string.sub(string.lower(text), 1, #prefix) == prefix
end

-- Whether the browser shows no page of a response: a file, no content (for which `splash:go` waits without end), or an
-- interim response (103), which this WebKit takes for the last one.
local function is_left(response)
  if response.status < 200 or response.status == 204 or response.status == 205 then
    return true
  elseif starts_with(response.headers["Content-Disposition"] or "", "attachment") then
    return true
  end
  for _, prefix in ipairs(FILES) do
    if starts_with(response.headers["Content-Type"] or "", prefix) then
      return true
    end
  end
  return false
end

-- Whether a redirect leads where the browser would wait until the end of the rendering: to another scheme, or no host.
local function is_dead_end(location)
  local _, _, scheme = string.find(string.lower(location), "^%s*([%w+.-]+):")
  if scheme and scheme ~= "http" and scheme ~= "https" then
    return true
  end
  return string.find(location, "^%s*[%w+.-]*:?//") ~= nil and not string.find(location, "^%s*[%w+.-]*:?//[^/%s]")
end

-- What channel.js answers; "none" where the page runs no scripts, nil where it has taken `eval` for itself.
local function ask(splash, question)
  local _, _, thrown = pcall(splash.runjs, splash, "__refkeepAnswer('" .. question .. "')")
  if starts_with(thrown or "", "unknown js error") then
    return "none"
  end
  local _, _, answer = string.find(thrown or "", "refkeep:([%w._:+-]+)")
  return answer
end

local function wait_until_quiet(splash, seconds)
  local waited, answer = 0, nil
  repeat
    splash:wait{STEP, cancel_on_redirect=false, cancel_on_error=false}
    waited, answer = waited + STEP, ask(splash, "quiet")
  until waited >= seconds or answer == "true" or answer == "none"
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
  splash:autoload(PAGE_SCRIPTS)
  splash:runjs("0") -- from now on WebKit loads PAGE_SCRIPTS before it heeds a page's policy, and not at its first script
  splash:on_request(function(request)
    if string.sub(request.headers["Accept"] or "", 1, 9) == "text/html" then -- so WebKit asks for documents alone
      request:enable_response_body()
    end
  end)

  -- `splash:go` would not return from what the browser does not show.
  local function leave(response)
    response.abort()
    splash:call_later(function() splash:go("about:blank") end, 0)
  end

  splash:on_response_headers(function(response)
    local location = response.headers["Location"]
    if location and response.status >= 300 and response.status < 400 then
      hops[#hops + 1] = {url = response.url, status = response.status, location = location}
      if is_dead_end(location) and arrived then
        response.abort()
      elseif is_dead_end(location) then
        leave(response)
      end
    elseif not arrived then -- the first response that is no redirect is the document's
      arrived = true
      if is_left(response) then
        file = {url = response.url, type = response.headers["Content-Type"] or ""}
        leave(response)
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
  result.charset, result.failed = ask(splash, "charset"), ask(splash, "failed") == "true"
  ask(splash, "inlined")
  result.html = splash:html()
  result.url, result.history, result.body = splash:url(), read_history(splash)
  return result
end
