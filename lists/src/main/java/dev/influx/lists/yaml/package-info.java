/**
 * Strict reading of YAML: every key is asked for, and every fault is reported, with its line and
 * path. Enter through {@link dev.influx.lists.yaml.StrictYaml}; after a fault the values read are
 * stand-ins, and {@link dev.influx.lists.yaml.StrictMapping#complete} keeps them from becoming
 * anything. A document is read by one thread, the caller's.
 */
package dev.influx.lists.yaml;
