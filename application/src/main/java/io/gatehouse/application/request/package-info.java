/** The context of a request: project, locale, and the metadata that is stored with every event. */
@NullMarked
package io.gatehouse.application.request;

import org.jspecify.annotations.NullMarked;
