/** What can be shown without a database; the rest is shown with one, in bootstrap. */
@NullMarked
package io.gatehouse.persistence;

import org.jspecify.annotations.NullMarked;
