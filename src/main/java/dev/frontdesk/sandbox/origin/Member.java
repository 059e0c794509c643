package dev.frontdesk.sandbox.origin;

/** One member of one project, as the API's documents have it. */
record Member(String id, String email, String name, String role) {}
