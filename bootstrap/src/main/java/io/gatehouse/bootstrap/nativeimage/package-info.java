/** What a native executable has to be told, because its compiler sees neither reflection nor computed names. */
@NullMarked
package io.gatehouse.bootstrap.nativeimage;

import org.jspecify.annotations.NullMarked;
