/**
 * Files of lines, of any size and packed or not, read in constant memory: cut into chunks of whole
 * lines, worked on by all processors, and taken in the order of the file.
 *
 * <p>Enter at {@link dev.influx.validator.lines.InputFile}, go on with {@link
 * dev.influx.validator.lines.ChunkReader} and {@link dev.influx.validator.lines.OrderedWork}.
 *
 * <p>One thread reads, as many as there are processors work, and the caller's takes the results.
 */
package dev.influx.validator.lines;
