-- Sends the lines of a file in turn: a token (or nothing), a tab, a body. The address comes from wrk's command line.
-- Answers are looked at if BENCH_CHECKED is set, which takes the load a part of its processor.
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

if os.getenv("BENCH_CHECKED") then
    local threads = {}
    failures = 0 -- Not local: every thread has its own, and wrk reads them by their names.
    setup = function(thread) threads[#threads + 1] = thread end

    response = function(_, _, body)
        if body:sub(1, 8) == '{"data":' then return end
        failures = failures + 1
        failure = body:sub(1, 1000)
    end

    done = function()
        for _, thread in ipairs(threads) do
            local count = thread:get("failures")
            if count > 0 then io.write("Answers with errors: ", count, ", the last one: ", thread:get("failure"), "\n") end
        end
    end
end
