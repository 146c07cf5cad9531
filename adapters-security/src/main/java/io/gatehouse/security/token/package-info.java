/** Security phrases, which users compare with the one in the message that carries their token. */
@NullMarked
package io.gatehouse.security.token;

import org.jspecify.annotations.NullMarked;
