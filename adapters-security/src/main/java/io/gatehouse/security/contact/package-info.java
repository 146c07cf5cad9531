/** Lists of e-mail domains, country calling codes and common passwords, to check the data of accounts. */
@NullMarked
package io.gatehouse.security.contact;

import org.jspecify.annotations.NullMarked;
