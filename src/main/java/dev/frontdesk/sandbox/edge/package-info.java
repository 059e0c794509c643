/** CloudFront's edge on this machine: a cache core without sockets, and the server around it. */
@NullMarked
package dev.frontdesk.sandbox.edge;

import org.jspecify.annotations.NullMarked;
