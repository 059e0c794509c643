package dev.frontdesk.sandbox.edge;

/** An answer to a viewer or from the origin; the body's length is not among its fields. */
record EdgeResponse(int status, Fields fields, Body body) {}
