-- Sends the lines of a file in turn: a token (or nothing), a tab, a body. The address comes from wrk's command line.
local requests = {}
local number = tonumber(os.getenv("BENCH_FIRST")) or 0

init = function()
    for line in io.lines(os.getenv("BENCH_REQUESTS")) do
        local tab = line:find("\t", 1, true)
        local headers = { ["Content-Type"] = "application/json" }
        if tab > 1 then headers["Authorization"] = "Bearer " .. line:sub(1, tab - 1) end
        requests[#requests + 1] = wrk.format("POST", nil, headers, line:sub(tab + 1))
    end
end

request = function()
    number = number + 1
    return requests[(number - 1) % #requests + 1]
end
