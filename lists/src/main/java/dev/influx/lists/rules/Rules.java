package dev.influx.lists.rules;

/** Everything that the gates of a policy go by. */
public record Rules(
    EntryThresholds thresholds,
    Weighing organizations,
    Weighing official,
    RiskRules risk,
    AuthenticityRules authenticity,
    EvidenceRules evidence,
    IdentityRules identity) {}
