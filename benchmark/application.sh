# The packaged application as a process: start it, stop it, and see what it holds.

launch_application() {
    if is_listening; then
        fail "Port $PORT is taken: set BENCH_PORT"
    fi
    GATEHOUSE_DATA=$PWD/$WORK/data QUARKUS_CONFIG_LOCATIONS=$PWD/bench.properties \
        QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$PORT \
        java -jar "$APPLICATION/quarkus-run.jar" >>"$WORK/application.log" 2>&1 &
    application=$!
}

# Asks until the answer is 200, for a minute at most. Arguments after the path are curl's.
await_first_200() {
    local deadline=$((SECONDS + 60))
    until curl -sf -o /dev/null "${@:2}" "$ORIGIN$1"; do
        if ! is_running || ((SECONDS > deadline)); then
            fail "The application did not start: see benchmark/$WORK/application.log"
        fi
        sleep 0.01
    done
}

# An application that does not stop within half a minute is killed, and then its database is stopped in its place.
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

# A start lasts from the command to the first answer to somebody signed in.
restarts() {
    local session began
    say "three starts with the existing data folder"
    session=$(head -n 1 "$WORK/residents")
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
