package io.gatehouse.bootstrap.project;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.project.Project.ApiKey;
import io.gatehouse.application.project.Projects;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.ProjectConfig;
import io.gatehouse.bootstrap.config.ProjectConfig.KeyConfig;
import io.gatehouse.bootstrap.config.ProjectConfig.PlatformConfig;
import io.gatehouse.bootstrap.config.Service;
import io.gatehouse.bootstrap.keys.DemoApiKey;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The configured projects; the embedded default has a demo project if none is configured. */
public final class ConfiguredProjects implements Projects {

    private final Map<ProjectId, Project> projects;

    public ConfiguredProjects(GatehouseConfig config, DemoApiKey demoApiKey) {
        var configured = config.projects().entrySet().stream().map(entry -> project(entry.getKey(), entry.getValue()));
        var generated = demoApiKey.generated().stream().map(ConfiguredProjects::demo);
        this.projects =
                Stream.concat(configured, generated).collect(toUnmodifiableMap(Project::id, Function.identity()));
    }

    @Override
    public List<Project> all() {
        return List.copyOf(projects.values());
    }

    @Override
    public Optional<Project> find(ProjectId id) {
        return Optional.ofNullable(projects.get(id));
    }

    private static Project project(String id, ProjectConfig config) {
        var platforms = config.platforms().values();
        return new Project(
                new ProjectId(id),
                config.name().orElse(id),
                config.apiKeys().entrySet().stream()
                        .map(e -> key(e.getKey(), e.getValue()))
                        .toList(),
                platforms.stream().flatMap(ConfiguredProjects::names).toList(),
                platforms.stream().flatMap(p -> p.scheme().stream()).collect(toUnmodifiableSet()),
                disabledMethods(config.policies().auth()),
                Service.ACCOUNT.isOn(config.services()),
                Service.REST.isOn(config.services()),
                ConfiguredPolicies.of(id, config.policies()));
    }

    private static Stream<String> names(PlatformConfig platform) {
        return Stream.concat(platform.hostname().stream(), platform.identifier().stream());
    }

    private static Set<SignInMethod> disabledMethods(Map<String, Boolean> switches) {
        return Stream.of(SignInMethod.values())
                .filter(method -> !switches.getOrDefault(method.value(), true))
                .collect(toUnmodifiableSet());
    }

    private static ApiKey key(String name, KeyConfig config) {
        var digest = new Secret(config.secret()).digest();
        return new ApiKey(name, digest, config.scopes(), config.expiresAt().orElse(null));
    }

    private static Project demo(String apiKey) {
        var key = new ApiKey("server", new Secret(apiKey).digest(), Set.of("sessions.write"), null);
        return new Project(
                new ProjectId(DemoApiKey.PROJECT),
                "Demo",
                List.of(key),
                List.of("localhost"),
                Set.of(),
                Set.of(),
                true,
                true,
                Policies.DEFAULT);
    }
}
