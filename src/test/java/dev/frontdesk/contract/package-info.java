/**
 * What the ports promise, asked of servers over HTTP: of the sandbox's, or of any given by {@code
 * -Dfrontdesk.contract.dynamodb=URL} and {@code -Dfrontdesk.contract.cloudfront=URL}.
 */
@NullMarked
package dev.frontdesk.contract;

import org.jspecify.annotations.NullMarked;
