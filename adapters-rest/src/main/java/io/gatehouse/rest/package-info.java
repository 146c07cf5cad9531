/** The Account API over HTTP: what every endpoint declares, is told about its caller, and answers with. */
@NullMarked
package io.gatehouse.rest;

import org.jspecify.annotations.NullMarked;
