/** What one can do with sessions, and the ports that takes. */
@NullMarked
package io.gatehouse.application.session;

import org.jspecify.annotations.NullMarked;
