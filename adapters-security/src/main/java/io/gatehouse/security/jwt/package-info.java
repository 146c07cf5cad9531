/** JSON Web Tokens (RFC 7519), and the keys that sign and verify them. */
@NullMarked
package io.gatehouse.security.jwt;

import org.jspecify.annotations.NullMarked;
