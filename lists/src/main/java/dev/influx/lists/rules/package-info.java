/**
 * The rules of the gates, as data that people edit. Enter at {@link dev.influx.lists.rules.Rules},
 * which holds the rules of one policy; {@link dev.influx.lists.rules.RulesReader} reads them from
 * files, strictly. Everything here is immutable; any thread may use it.
 */
package dev.influx.lists.rules;
