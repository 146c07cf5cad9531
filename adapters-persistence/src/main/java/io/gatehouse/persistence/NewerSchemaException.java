package io.gatehouse.persistence;

/** The schema was migrated by a newer version of the application, which this one must not write to. */
public final class NewerSchemaException extends RuntimeException {

    NewerSchemaException(String found, String known) {
        super("the database has schema version " + found
                + ", written by a newer Gatehouse; this one knows versions up to " + known);
    }
}
