/** Encryption, keys, random secrets and IDs: what a node computes from its memory, clock and files alone. */
@NullMarked
package io.gatehouse.security;

import org.jspecify.annotations.NullMarked;
