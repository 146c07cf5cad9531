/** What proxies say about their clients, and which proxies are believed. */
@NullMarked
package io.gatehouse.rest.proxy;

import org.jspecify.annotations.NullMarked;
