/** What can be shown without the service; the rest, contracts of views above all, is shown with it, in bootstrap. */
@NullMarked
package io.gatehouse.persistence;

import org.jspecify.annotations.NullMarked;
