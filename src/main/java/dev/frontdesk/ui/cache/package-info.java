/** The Cache page: hit ratio, requests, errors and latency, and what purges did to them. */
@NullMarked
package dev.frontdesk.ui.cache;

import org.jspecify.annotations.NullMarked;
