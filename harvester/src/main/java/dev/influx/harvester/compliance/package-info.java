/**
 * Who is to be removed, and from where: results of X's batch compliance, the events that follow
 * from them and from requests to forget, and the way of both into the topics.
 *
 * <p>Enter at {@link dev.influx.harvester.compliance.ResultLine#parse}, {@link
 * dev.influx.harvester.compliance.ComplianceEvents} and {@link
 * dev.influx.harvester.compliance.CompliancePublisher}.
 *
 * <p>Reading and events are pure; publishing blocks its caller, one thread at a time.
 */
package dev.influx.harvester.compliance;
