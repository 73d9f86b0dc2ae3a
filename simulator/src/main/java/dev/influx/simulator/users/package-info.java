/**
 * Users that a file tells of, line by line in X's own shape, each with what is to become of it.
 * Enter through {@link dev.influx.simulator.users.UsersFile}. A file is read once, by the thread
 * that asks for it; what comes out does not change, and any thread may use it.
 */
package dev.influx.simulator.users;
