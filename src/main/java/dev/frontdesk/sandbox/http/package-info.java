/** What the sandbox's servers share: HTTP on loopback. */
@NullMarked
package dev.frontdesk.sandbox.http;

import org.jspecify.annotations.NullMarked;
