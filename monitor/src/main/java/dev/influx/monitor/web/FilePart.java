package dev.influx.monitor.web;

import java.nio.channels.SeekableByteChannel;

/**
 * Bytes of a file that is open already: they stay what they are if another takes its place.
 *
 * @param channel is closed once they were sent, or nobody wants them any more
 */
public record FilePart(SeekableByteChannel channel, long from, long length) {}
