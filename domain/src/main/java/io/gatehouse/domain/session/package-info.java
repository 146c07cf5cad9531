/** Sessions: sign-ins of users on their devices, with the factors proven. */
@NullMarked
package io.gatehouse.domain.session;

import org.jspecify.annotations.NullMarked;
