package io.gatehouse.persistence.store;

import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.userCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The metadata of a request is stored with its events, actor included. */
@ExtendWith(Postgres.Server.class)
class StoredMetadataTest {

    private static final String OF_USER = "select metadata::text as metadata from event where project_id = $1";

    private final Postgres postgres;

    StoredMetadataTest(Postgres postgres) {
        this.postgres = postgres;
    }

    @Test
    void an_event_is_stored_with_the_actor_that_caused_it() {
        var given = new ContractFixture(postgres.store());
        var metadata = new RequestMetadata(
                "request",
                new IpAddress("192.0.2.1"),
                new UserAgent("curl"),
                Actor.server("key-1", "Backend"),
                AuditAction.USER_CREATE);
        postgres.store().transact(metadata, streams -> {
            streams.append(userCreated(given.alice(), address(given.alice())));
            return metadata;
        });
        var row = postgres.sharedDatabase()
                .lookUp(OF_USER, given.project().value())
                .iterator()
                .next();
        assertThat(new EventCodec().readMetadata(row.getString("metadata"))).isEqualTo(metadata);
    }
}
