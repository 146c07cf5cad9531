/** Who somebody is, signed: JSON Web Tokens (RFC 7519) and the keys that make them credible. */
@NullMarked
package io.gatehouse.security.jwt;

import org.jspecify.annotations.NullMarked;
