-- Visitors sign in.
dofile("load/rotation.lua")

function init(args)
    local headers = { ["Content-Type"] = "application/json", ["X-Appwrite-Project"] = "bench" }
    turn = 0
    sign_ins = share("visitors", args[1], function(credentials)
        return wrk.format("POST", "/v1/account/sessions/email", headers, credentials)
    end)
end

function request()
    turn = turn + 1
    return after(sign_ins, turn)
end
