/** What CloudFront is asked to forget: paths, tags and invalidations. */
@NullMarked
package dev.frontdesk.invalidation;

import org.jspecify.annotations.NullMarked;
