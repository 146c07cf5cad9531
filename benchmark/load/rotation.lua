-- Distributes the lines of a file over the threads of wrk; each thread uses its lines in turn.
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

-- Returns this thread's share of the lines of a file in .work, each converted by a function.
function share(name, threads, convert)
    local items, line_number = {}, 0
    for line in io.lines(".work/" .. name) do
        line_number = line_number + 1
        if line_number % threads == number % threads then
            items[#items + 1] = convert(line)
        end
    end
    return items
end

-- Returns the item for a turn.
function item(items, turn)
    return items[turn % #items + 1]
end

-- Prints successful responses per second, p50 and p99 in milliseconds, and the number of failed requests.
function done(summary, latency)
    local errors = summary.errors
    local successful = (summary.requests - errors.status) / summary.duration * 1e6
    local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
    local p50, p99 = latency:percentile(50) / 1e3, latency:percentile(99) / 1e3
    print(string.format("%.1f %.1f %.1f %d", successful, p50, p99, failed))
end
