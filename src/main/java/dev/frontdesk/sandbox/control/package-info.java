/** CloudFront's own API over the sandbox's one distribution, and STS beside it. */
@NullMarked
package dev.frontdesk.sandbox.control;

import org.jspecify.annotations.NullMarked;
