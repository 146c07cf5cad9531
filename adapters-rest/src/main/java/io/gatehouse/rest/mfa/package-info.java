/** The second factor over HTTP: what is asked of a session, and how users set up what they answer with. */
@NullMarked
package io.gatehouse.rest.mfa;

import org.jspecify.annotations.NullMarked;
