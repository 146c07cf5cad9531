package io.gatehouse.bootstrap.wiring;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while a background process cannot work at all, because PostgreSQL refuses its statements. Ready while Kafka,
 * a mail server or an SMS provider is down: requests do not need them, and what is to be sent waits.
 */
@Readiness
@Singleton
class BackgroundReadiness implements HealthCheck {

    private final BackgroundProcesses processes;

    BackgroundReadiness(BackgroundProcesses processes) {
        this.processes = processes;
    }

    @Override
    public HealthCheckResponse call() {
        var problems = processes.problems();
        var answer = HealthCheckResponse.named("Background processes").status(problems.isEmpty());
        problems.forEach(answer::withData);
        return answer.build();
    }
}
