/** What the edge has served, minute by minute: what CloudFront tells CloudWatch. */
@NullMarked
package dev.frontdesk.sandbox.traffic;

import org.jspecify.annotations.NullMarked;
