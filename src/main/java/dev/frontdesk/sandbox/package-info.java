/** The whole system on this machine, on loopback: store, origin, edge and control plane. */
@NullMarked
package dev.frontdesk.sandbox;

import org.jspecify.annotations.NullMarked;
