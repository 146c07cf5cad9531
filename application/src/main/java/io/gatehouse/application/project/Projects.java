package io.gatehouse.application.project;

import io.gatehouse.domain.ProjectId;
import java.util.List;
import java.util.Optional;

/** The tenants of this service. */
public interface Projects {

    List<Project> all();

    /** @return empty if there is no such project */
    Optional<Project> find(ProjectId id);
}
