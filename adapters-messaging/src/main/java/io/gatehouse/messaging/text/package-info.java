/** Languages, and texts with gaps to fill in: what mails and SMS have in common. */
@NullMarked
package io.gatehouse.messaging.text;

import org.jspecify.annotations.NullMarked;
