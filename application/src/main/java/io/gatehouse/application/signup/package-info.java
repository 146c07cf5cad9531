/** Sign-up: the rules of a project for new users, and the events of a new account. */
@NullMarked
package io.gatehouse.application.signup;

import org.jspecify.annotations.NullMarked;
