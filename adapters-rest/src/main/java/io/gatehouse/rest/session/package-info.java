/** Sessions and JWTs over HTTP: listing, extending and ending sessions, creating JWTs, publishing their keys. */
@NullMarked
package io.gatehouse.rest.session;

import org.jspecify.annotations.NullMarked;
