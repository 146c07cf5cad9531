-- Residents look at their account.
dofile("load/rotation.lua")

function init(args)
    turn = 0
    looks = share("residents", args[1], function(session)
        return wrk.format("GET", "/v1/account", { ["X-Appwrite-Project"] = "bench", ["X-Appwrite-Session"] = session })
    end)
end

function request()
    turn = turn + 1
    return after(looks, turn)
end
