-- Users sign in with their password.
dofile("load/rotation.lua")

function init(args)
    local headers = { ["Content-Type"] = "application/json", ["X-Appwrite-Project"] = "bench" }
    turn = 0
    sign_ins = share("sign-in-users", args[1], function(credentials)
        return wrk.format("POST", "/v1/account/sessions/email", headers, credentials)
    end)
end

function request()
    turn = turn + 1
    return item(sign_ins, turn)
end
