/** Projects (tenants), their policies, and the port that finds them. */
@NullMarked
package io.gatehouse.application.project;

import org.jspecify.annotations.NullMarked;
