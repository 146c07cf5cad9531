/** Mails: texts and layout, senders, and delivery by SMTP. */
@NullMarked
package io.gatehouse.messaging.mail;

import org.jspecify.annotations.NullMarked;
