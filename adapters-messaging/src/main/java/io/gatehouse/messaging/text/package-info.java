/** What mails and SMS share: languages, and texts with placeholders. */
@NullMarked
package io.gatehouse.messaging.text;

import org.jspecify.annotations.NullMarked;
