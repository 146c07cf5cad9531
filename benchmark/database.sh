# The application's own PostgreSQL server and, in a schema beside the application's, the same tables for pgbench.

prepare_baselines() {
    export PGHOST=127.0.0.1 PGUSER=postgres PGPORT PGDATABASE PGOPTIONS
    PGPORT=$(sed -n 4p "$(postmaster_file)")
    PGDATABASE=$(database_of_the_log)
    POSTGRESQL=$(psql -qAtc 'show server_version')
    psql -q -v ON_ERROR_STOP=1 -f sql/same-tables.sql
    PGOPTIONS='-c search_path=bench'
    pgbench -i -q 2>"$WORK/pgbench.log"
}

database_of_the_log() {
    local name
    for name in $(psql -d postgres -qAtc 'select datname from pg_database where datallowconn'); do
        if [[ $(psql -d "$name" -qAtc "select to_regclass('public.event_tag')") ]]; then
            printf %s "$name"
            return
        fi
    done
    fail "No database on port $PGPORT holds the log"
}

# Prints transactions per second. Arguments after the duration in seconds are pgbench's.
pgbench_rate() {
    pgbench -n -M prepared -c "$CONNECTIONS" -j "$CORES" -T "$@" 2>&1 |
        tee -a "$WORK/pgbench.log" | sed -n 's/^tps = \([0-9.]*\).*/\1/p'
}

postmaster() { head -n 1 "$(postmaster_file)"; }

postmaster_file() { find "$WORK/data" -name postmaster.pid -print -quit; }
