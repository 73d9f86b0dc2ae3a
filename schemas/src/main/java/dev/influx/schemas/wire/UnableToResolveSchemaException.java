package dev.influx.schemas.wire;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered, and does not know the schema or subject; asking again will not help. */
public final class UnableToResolveSchemaException extends SerializationException {
  private static final long serialVersionUID = 1L;

  public UnableToResolveSchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
