# Measures the figures. The keys of the arrays are the names of loads and baselines.
declare -A RATE P50 P99 FAILED CPU_JVM CPU_DATABASE

warm_up() {
    local loads=()
    say "warm-up, mixed load: $WARM_UP s"
    load 6 "$WARM_UP" sign-in >/dev/null &
    loads+=($!)
    load 13 "$WARM_UP" preferences >/dev/null &
    loads+=($!)
    load 13 "$WARM_UP" account >/dev/null
    wait "${loads[@]}"
}

# Measures a load between the two halves of each baseline, so that other load on the machine affects both.
compare() {
    local requests=$1 baseline
    for baseline in "${@:2}"; do
        RATE[$baseline]=$(measure_baseline "$baseline")
    done
    measure_load "$requests"
    for baseline in "${@:2}"; do
        RATE[$baseline]=$(calculate "(${RATE[$baseline]} + $(measure_baseline "$baseline")) / 2")
    done
}

# Prints the rate of a baseline, per second.
measure_baseline() {
    local seconds=$(((DURATION + 1) / 2)) users=$((ACCOUNTS / 2))
    say "baseline $1: $seconds s"
    case $1 in
        hashes) java -cp "$APPLICATION/lib/main/*" load/BareArgon2id.java "$seconds" ;;
        selects) pgbench_rate "$seconds" -b select-only ;;
        writes) pgbench_rate "$seconds" -D "users=$users" -f sql/write.sql ;;
        pipelined-writes) pgbench_rate "$seconds" -D "users=$users" -f <(pipelined sql/write.sql) ;;
    esac
}

pipelined() { sed 's/^begin;/\\startpipeline\n&/; s/^commit;/&\n\\endpipeline/' "$1"; }

# Measures a load. CPU times are in milliseconds per successful response.
measure_load() {
    local jvm database responses
    say "$1: $DURATION s"
    start_profile "$1"
    jvm=$(ticks_of_jvm)
    database=$(ticks_of_database)
    read -r "RATE[$1]" "P50[$1]" "P99[$1]" "FAILED[$1]" < <(load "$CONNECTIONS" "$DURATION" "$1")
    responses=$(calculate "${RATE[$1]} * $DURATION + 1e-9")
    CPU_JVM[$1]=$(calculate "10 * ($(ticks_of_jvm) - $jvm) / $responses" 3)
    CPU_DATABASE[$1]=$(calculate "10 * ($(ticks_of_database) - $database) / $responses" 3)
    stop_profile "$1"
}

# Runs wrk. Prints successful responses per second, p50 and p99 in ms, and the number of failed requests.
load() {
    local connections=$1 seconds=$2 script=load/$3.lua
    wrk -t "$CORES" -c "$connections" -d "${seconds}s" --timeout 10s -s "$script" "$ORIGIN" -- "$CORES" | tail -n 1
}

overload() {
    OFFERED=$1
    say "overload, $OFFERED sign-ins/s independently of responses: $DURATION s"
    read -r RATE[overload] P50[overload] P99[overload] REFUSED FAILED[overload] LATE \
        < <(node load/overload.mjs "$ORIGIN" "$OFFERED" "$DURATION" "$WORK")
}

ticks_of_jvm() { ticks <<<"$application"; }

ticks_of_database() { { postmaster; pgrep -P "$(postmaster)"; } | ticks; }

# Reads process IDs, one a line. Prints their CPU time and that of their ended children, in hundredths of a second.
ticks() {
    while read -r process; do
        cat "/proc/$process/stat" || true
    done 2>/dev/null | awk '{ ticks += $14 + $15 + $16 + $17 } END { print ticks }'
}

# If BENCH_PROFILE is set, writes a flight recording for each figure, and its hot methods as text.
start_profile() {
    if [[ ${BENCH_PROFILE:-} ]]; then
        jcmd "$application" JFR.start name="$1" settings=profile filename="$PWD/$WORK/$1.jfr" >/dev/null
    fi
}

stop_profile() {
    if [[ ${BENCH_PROFILE:-} ]]; then
        jcmd "$application" JFR.stop name="$1" >/dev/null
        jfr view --width 160 hot-methods "$WORK/$1.jfr" >"$WORK/$1.hot-methods.txt"
    fi
}
