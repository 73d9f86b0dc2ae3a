/**
 * A tree of packages laid out like that of influx, in which every class breaks a rule of direction.
 *
 * <p>Enter at {@code ArchitectureTest}, which says which class breaks which rule.
 *
 * <p>None of this ever runs: only its class files are read.
 */
package dev.influx.app.violations;
