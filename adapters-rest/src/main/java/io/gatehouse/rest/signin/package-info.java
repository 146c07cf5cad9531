/** Sign-in over HTTP: sessions by password, anonymous sessions, and codes and links that sign in. */
@NullMarked
package io.gatehouse.rest.signin;

import org.jspecify.annotations.NullMarked;
