package io.gatehouse.persistence;

import org.flywaydb.core.Flyway;

/** Migrates the schema to this version. Safe if several nodes start at once, because Flyway takes a lock. */
public final class Migrations {

    private Migrations() {}

    /** @param jdbcUrl {@code jdbc:postgresql://…} */
    public static void run(String jdbcUrl, String user, String password) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
