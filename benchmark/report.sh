# Prints RESULTS.md from the measured figures.

report() {
    environment
    ratios
    requests
    overload_and_memory
    if [[ -e REMARKS.md ]]; then
        cat REMARKS.md
    fi
}

environment() {
    cat <<EOF
# Benchmark results

Written by \`make bench\` on $(date +%F). $CORES cores ($(processor)), load average $LOAD_BEFORE before.
JDK $(version_of_jdk), PostgreSQL $POSTGRESQL, Quarkus $(version_of_quarkus), wrk $(version_of_wrk).
One run on loopback: $WARM_UP s of mixed load, then $CONNECTIONS connections and $DURATION s for each figure.
Load generator, application and database share the cores. Baselines are measured before and after each figure.

EOF
}

ratios() {
    printf '| figure | measured | baseline | ratio | target | |\n|---|---|---|---|---|---|\n'
    ratio 'sign-ins ÷ Argon2id hashes' sign-in hashes 0.85
    ratio 'GET /account ÷ pgbench selects' account selects 0.40
    ratio 'PATCH /account/prefs ÷ pgbench insert + update' preferences writes 0.50
    ratio 'PATCH /account/prefs ÷ pgbench insert + update, pipelined' preferences pipelined-writes
    ratio 'overload: goodput ÷ peak of sign-ins' overload sign-in 0.90
}

# The fourth argument is the target; without it the ratio is only reported.
ratio() {
    local quotient
    quotient=$(calculate "${RATE[$2]} / ${RATE[$3]}" 2)
    printf '| %s | %.0f/s | %.0f/s | %s | %s | %s |\n' \
        "$1" "${RATE[$2]}" "${RATE[$3]}" "$quotient" "${4:+≥ $4}" "${4:+$(verdict "$quotient >= $4")}"
}

verdict() { awk "BEGIN { print(($1) ? \"met\" : \"**missed**\") }"; }

requests() {
    local name
    printf '\n| requests | p50 ms | p99 ms | failed | CPU ms, JVM | CPU ms, PostgreSQL |\n|---|---|---|---|---|---|\n'
    for name in sign-in account preferences; do
        printf '| %s | %s | %s | %s | %s | %s |\n' "$name" \
            "${P50[$name]}" "${P99[$name]}" "${FAILED[$name]}" "${CPU_JVM[$name]}" "${CPU_DATABASE[$name]}"
    done
}

overload_and_memory() {
    cat <<EOF

| | | target | |
|---|---|---|---|
| overload: p99 of accepted sign-ins | ${P99[overload]} ms | < 1000 ms | $(verdict "${P99[overload]} < 1000") |
| overload: p50 of accepted sign-ins | ${P50[overload]} ms | | |
| overload: offered, at most $LATE ms behind schedule | $OFFERED/s | | |
| overload: refused with 503 | $REFUSED | | |
| overload: failed otherwise | ${FAILED[overload]} | 0 | $(verdict "${FAILED[overload]} == 0") |
| start until the first 200 of GET /account, with existing data folder | ${STARTS[*]} s | | |
| RSS of the JVM, 5 s after a start | $RSS_IDLE MB | | |
| RSS of the JVM, after load | $RSS_AFTER_LOAD MB | | |
EOF
}

processor() { sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -n 1; }

version_of_jdk() { java -version 2>&1 | sed -n 's/.*(build \(.*\))$/\1/p' | head -n 1; }

version_of_quarkus() { basename "$APPLICATION"/lib/main/io.quarkus.quarkus-core-[0-9]*.jar .jar | sed 's/.*-//'; }

version_of_wrk() { wrk -v | awk 'NR == 1 { print $2 }'; }
