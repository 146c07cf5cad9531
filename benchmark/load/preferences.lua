-- Users with a session change their preferences to a new value in each request.
dofile("load/rotation.lua")

function init(args)
    turn = 0
    users = share("session-users", args[1], function(session)
        return {
            ["Content-Type"] = "application/json",
            ["X-Appwrite-Project"] = "bench",
            ["X-Appwrite-Session"] = session
        }
    end)
end

function request()
    turn = turn + 1
    local preferences = string.format('{"prefs":{"theme":"dark","language":"en","visits":%d}}', turn)
    return wrk.format("PATCH", "/v1/account/prefs", item(users, turn), preferences)
end
