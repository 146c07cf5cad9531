package io.gatehouse.persistence.log;

import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of table {@code log}; read-only. */
@Entity
@Immutable
@IdClass(LogRow.Key.class)
@Table(name = "log")
@NullUnmarked
public class LogRow {

    /** The primary key, which is also the sort order. */
    public record Key(String project, String userId, Instant at, UUID eventId) {}

    @Id
    @Column(name = "project_id")
    String project;

    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    Instant at;

    @Id
    @Column(name = "event_id")
    UUID eventId;

    String event;

    @Column(name = "user_email")
    String userEmail;

    @Column(name = "user_name")
    String userName;

    String ip;

    @Column(name = "user_agent")
    String userAgent;

    LogEntry entry() {
        return new LogEntry(event, userId, userEmail, userName, new IpAddress(ip), new UserAgent(userAgent), at);
    }
}
