# Checks for required tools, and shared functions.

require_tools() {
    [[ -e $APPLICATION/quarkus-run.jar ]] || fail "The application is not built: run make package"
    is_jdk_25 || fail "JAVA_HOME must be a JDK 25"
    export PATH=$JAVA_HOME/bin:$PATH
    if [[ ${CI:-} == true ]] && ! have_tools; then
        apt-get install -y -q curl postgresql procps wrk >&2
    fi
    have_tools || fail "Missing tools. Install them with apt-get install curl nodejs postgresql procps wrk"
}

is_jdk_25() { [[ $("${JAVA_HOME:-}/bin/java" -version 2>&1) == *'"25'* ]]; }

have_tools() {
    local tool
    for tool in curl node pgbench pgrep psql wrk; do
        command -v "$tool" >/dev/null || return
    done
}

warn_if_busy() {
    if awk -v cores="$CORES" '{ exit !($1 > cores / 4) }' /proc/loadavg; then
        say "the machine is busy with other work: the results of this run are not reliable"
    fi
}

# Prints the value of an arithmetic expression, with as many decimal places as the second argument, by default one.
calculate() { awk "BEGIN { printf \"%.${2:-1}f\", $1 }"; }

say() { printf '· %s\n' "$*" >&2; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}
