/**
 * The user object of the X API, in both of its vocabularies, as a {@link
 * dev.influx.schemas.Profile}.
 *
 * <p>Enter at {@link dev.influx.schemas.xuser.UserObject#read}; the badge that scores and records
 * name is {@link dev.influx.schemas.xuser.Badge}. What a file shows of users is observed through
 * {@link dev.influx.schemas.xuser.FileEvidence}.
 *
 * <p>Pure functions; any thread may call them.
 */
package dev.influx.schemas.xuser;
