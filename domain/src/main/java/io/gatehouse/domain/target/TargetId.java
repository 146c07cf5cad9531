package io.gatehouse.domain.target;

import io.gatehouse.domain.ProjectId;

/** One way to reach one user. */
public record TargetId(ProjectId project, String value) {}
