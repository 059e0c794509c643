/** What goes wrong between a client and AWS, done on purpose to the sandbox's endpoints of AWS. */
@NullMarked
package dev.frontdesk.sandbox.faults;

import org.jspecify.annotations.NullMarked;
