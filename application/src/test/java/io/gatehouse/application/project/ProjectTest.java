package io.gatehouse.application.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.project.Project.ApiKey;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ApiKey FOREVER = new ApiKey("forever", new Secret("forever").digest(), Set.of(), null);
    private static final ApiKey UNTIL_NOON =
            new ApiKey("until noon", new Secret("until noon").digest(), Set.of(), NOON);

    @Test
    void a_key_is_found_by_its_secret() {
        var project = project(FOREVER, UNTIL_NOON);
        assertThat(project.findKey(new Secret("until noon"))).contains(UNTIL_NOON);
        assertThat(project.findKey(new Secret("guessed"))).isEmpty();
        assertThat(project().findKey(new Secret("forever"))).isEmpty();
    }

    @Test
    void a_key_is_valid_until_its_expiry_if_it_has_one() {
        assertThat(UNTIL_NOON.hasExpired(NOON)).isFalse();
        assertThat(UNTIL_NOON.hasExpired(NOON.plusMillis(1))).isTrue();
        assertThat(FOREVER.hasExpired(Instant.MAX)).isFalse();
    }

    private static Project project(ApiKey... keys) {
        return new Project(
                new ProjectId("demo"),
                "Demo",
                List.of(keys),
                List.of(),
                Set.of(),
                Set.of(),
                true,
                true,
                Policies.DEFAULT);
    }
}
