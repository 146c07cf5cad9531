package io.gatehouse.persistence.session;

import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.SessionId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of table {@code session}; read-only. */
@Entity
@Immutable
@IdClass(SessionRow.Key.class)
@Table(name = "session")
@NullUnmarked
public class SessionRow {

    /** The primary key. */
    public record Key(String project, String id) {}

    @Id
    @Column(name = "project_id")
    String project;

    @Id
    String id;

    @Column(name = "user_id")
    String userId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    String provider;

    @Column(name = "provider_uid")
    String providerUid;

    String ip;

    String[] client;

    @Column(name = "country_code")
    String countryCode;

    String[] factors;

    @Column(name = "mfa_updated_at")
    Instant mfaUpdatedAt;

    SessionView view() {
        return new SessionView(
                new SessionId(new ProjectId(project), id),
                userId,
                createdAt,
                updatedAt,
                expiresAt,
                provider,
                providerUid,
                ip,
                ClientColumns.client(client),
                countryCode,
                Stream.of(factors).map(AuthenticationFactor::of).toList(),
                mfaUpdatedAt);
    }
}
