/**
 * How a person asks a running sink for a snapshot: by files in the data directory that both have,
 * so that whoever may write there may ask, and no broker is needed to do so.
 *
 * <p>Enter at {@link dev.influx.sink.requests.RequestBox}.
 *
 * <p>The sink looks from its own thread; whoever asks is another process, and waits in its own.
 */
package dev.influx.sink.requests;
