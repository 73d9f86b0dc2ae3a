/**
 * The canonical form of records that were read from files, of which a hash can be the name. Enter
 * through {@link dev.influx.lists.canonical.CanonicalJson}; a type that is written otherwise than a
 * plain record says so by {@link dev.influx.lists.canonical.Written}. Stateless; any thread may
 * call it.
 */
package dev.influx.lists.canonical;
