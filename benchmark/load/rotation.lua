-- Lets every thread of wrk take turns among its own share of the lines of a file.
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

-- The thread's share of a file in .work, each line made into something by a function.
function share(name, of, make)
    local items, line_number = {}, 0
    for line in io.lines(".work/" .. name) do
        line_number = line_number + 1
        if line_number % of == number % of then
            items[#items + 1] = make(line)
        end
    end
    return items
end

function after(items, turn)
    return items[turn % #items + 1]
end

-- Prints good answers per second, p50 and p99 in milliseconds, and the number of bad answers.
function done(summary, latency)
    local errors = summary.errors
    local good = (summary.requests - errors.status) / summary.duration * 1e6
    local bad = errors.status + errors.connect + errors.read + errors.write + errors.timeout
    print(string.format("%.1f %.1f %.1f %d", good, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, bad))
end
