/** Multi-factor authentication over HTTP: setting up factors, and challenges. */
@NullMarked
package io.gatehouse.rest.mfa;

import org.jspecify.annotations.NullMarked;
