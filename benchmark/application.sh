# Starts and stops the packaged application, and measures its start and its memory.

launch_application() {
    if is_listening; then
        fail "Port $PORT is in use: set BENCH_PORT"
    fi
    GATEHOUSE_DATA=$PWD/$WORK/data QUARKUS_CONFIG_LOCATIONS=$PWD/bench.properties \
        QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$PORT \
        java -jar "$APPLICATION/quarkus-run.jar" >>"$WORK/application.log" 2>&1 &
    application=$!
}

# Repeats a GET request until the response is 200, for at most a minute. Arguments after the path are passed to curl.
await_first_200() {
    local deadline=$((SECONDS + 60))
    until curl -sf -o /dev/null "${@:2}" "$ORIGIN$1"; do
        if ! is_running || ((SECONDS > deadline)); then
            fail "The application did not start: see benchmark/$WORK/application.log"
        fi
        sleep 0.01
    done
}

# Kills the application, and stops its database, if it does not stop within 30 seconds.
stop_application() {
    if [[ -z ${application:-} ]]; then
        return
    fi
    kill -TERM "$application" 2>/dev/null || true
    for _ in {1..300}; do
        is_running || break
        sleep 0.1
    done
    if is_running; then
        kill -KILL "$application"
        kill -INT "$(postmaster)"
    fi
    application=
}

# Measures three starts, each from the command to the first response to a request with a session.
measure_starts() {
    local session began
    say "three starts with the existing data folder"
    session=$(head -n 1 "$WORK/session-users")
    STARTS=()
    for _ in 1 2 3; do
        stop_application
        began=${EPOCHREALTIME/./}
        launch_application
        await_first_200 /v1/account -H 'X-Appwrite-Project: bench' -H "X-Appwrite-Session: $session"
        STARTS+=("$(calculate "(${EPOCHREALTIME/./} - $began) / 1e6" 2)")
    done
    sleep 5
    RSS_IDLE=$(resident_megabytes)
}

is_running() { kill -0 "$application" 2>/dev/null; }

is_listening() { (: <>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; }

resident_megabytes() { awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$application/status"; }
