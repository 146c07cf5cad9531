/** Sign-in: by password, anonymously, and by codes and links sent by e-mail or SMS. */
@NullMarked
package io.gatehouse.application.signin;

import org.jspecify.annotations.NullMarked;
