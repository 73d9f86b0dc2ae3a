/**
 * The form of what is published: the JSON Schema of an author, how JSON, numbers and times are
 * written, and the hash that ties an author to the sources.
 *
 * <p>Enter at {@link dev.influx.schemas.published.AuthorSchema}, and at {@link
 * dev.influx.schemas.published.ProvenanceHash}, which whoever writes a line and whoever checks one
 * compute alike.
 *
 * <p>Everything here is immutable, and free of I/O once it is loaded; any thread may use it.
 */
package dev.influx.schemas.published;
