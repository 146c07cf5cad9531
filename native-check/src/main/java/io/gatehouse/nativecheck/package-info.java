/** Records what a run of the application looks up by reflection or by name, and compares it with the native metadata. */
@NullMarked
package io.gatehouse.nativecheck;

import org.jspecify.annotations.NullMarked;
