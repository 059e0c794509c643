package dev.frontdesk.publishing;

import java.time.Instant;

/** A state reached, and when, on the clock of the desk that reached it. */
public record Step(State state, Instant at) {}
