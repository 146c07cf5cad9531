# Uses the application's own PostgreSQL server for pgbench, with copies of its tables in another schema.

prepare_baselines() {
    export PGHOST=127.0.0.1 PGUSER=postgres PGPORT PGDATABASE PGOPTIONS
    PGPORT=$(sed -n 4p "$(postmaster_file)")
    PGDATABASE=$(find_application_database)
    POSTGRESQL=$(psql -qAtc 'show server_version')
    psql -q -v ON_ERROR_STOP=1 -f sql/copy-tables.sql
    PGOPTIONS='-c search_path=bench'
    pgbench -i -q 2>"$WORK/pgbench.log"
}

find_application_database() {
    local name
    for name in $(psql -d postgres -qAtc 'select datname from pg_database where datallowconn'); do
        if [[ $(psql -d "$name" -qAtc "select to_regclass('public.event_tag')") ]]; then
            printf %s "$name"
            return
        fi
    done
    fail "No database on port $PGPORT contains the event log"
}

# Prints transactions per second. The first argument is the duration in seconds; further ones are passed to pgbench.
pgbench_rate() {
    pgbench -n -M prepared -c "$CONNECTIONS" -j "$CORES" -T "$@" 2>&1 |
        tee -a "$WORK/pgbench.log" | sed -n 's/^tps = \([0-9.]*\).*/\1/p'
}

postmaster() { head -n 1 "$(postmaster_file)"; }

postmaster_file() { find "$WORK/data" -name postmaster.pid -print -quit; }
