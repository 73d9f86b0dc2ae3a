/**
 * The page of the monitor, tried in a real Chromium over the DevTools protocol.
 *
 * <p>Enter at {@code PageIT}; {@code Browser} and {@code Tab} know nothing of the page.
 *
 * <p>What a tab tells comes on the thread of its connection and is kept; tests ask on their own.
 */
package dev.influx.app.page;
