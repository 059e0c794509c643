package dev.frontdesk.publishing;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all drivers of this desk share.
 *
 * @param calls carries out long calls, so that a driver can show meanwhile that it lives
 * @param news hears of every revision
 */
record Desktop(
    Publisher.Ports ports,
    Publisher.Machine machine,
    PurgeQueue queue,
    Executor calls,
    Consumer<JournalEntry> news) {}
