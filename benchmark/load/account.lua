-- Users with a session read their account.
dofile("load/rotation.lua")

function init(args)
    turn = 0
    requests = share("session-users", args[1], function(session)
        return wrk.format("GET", "/v1/account", { ["X-Appwrite-Project"] = "bench", ["X-Appwrite-Session"] = session })
    end)
end

function request()
    turn = turn + 1
    return item(requests, turn)
end
