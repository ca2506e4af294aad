-- Asks for the paths in turn. Given: the number to start with, then the paths. In each request {n} is another number, and
-- {from}, {to} and {few} are years and a number up to 50 that are together different in 500000 requests.
local paths = {}
local ready = {}
local count = 0

function init(given)
  count = tonumber(given[1])
  for place = 2, #given do
    local path = given[place]
    table.insert(paths, path)
    if not path:find("{", 1, true) then ready[#paths] = wrk.format(nil, path) end
  end
end

local function filled(path)
  return (path:gsub("{(%a+)}", {
    n = string.format("%d", count),
    few = string.format("%d", 1 + count % 50),
    from = string.format("%d", 1900 + math.floor(count / 50) % 100),
    to = string.format("%d", 2000 + math.floor(count / 5000) % 100),
  }))
end

function request()
  count = count + 1
  local place = count % #paths + 1
  return ready[place] or wrk.format(nil, filled(paths[place]))
end
