package dev.influx.validator.audit.rates;

/**
 * Authors of whom it is known what they are, by what the gates say of them.
 *
 * @param caught flagged, and rightly
 * @param wronged flagged, and wrongly
 * @param missed clean, and wrongly
 * @param passed clean, and rightly
 */
public record Confusion(long caught, long wronged, long missed, long passed) {}
