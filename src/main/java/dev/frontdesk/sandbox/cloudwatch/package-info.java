/** CloudWatch's answers about the sandbox's distribution, whatever the protocol of the question. */
@NullMarked
package dev.frontdesk.sandbox.cloudwatch;

import org.jspecify.annotations.NullMarked;
