/** The ports on the AWS SDK. No type of the SDK leaves this room. */
@NullMarked
package dev.frontdesk.aws;

import org.jspecify.annotations.NullMarked;
