package dev.influx.embedded.registry;

/** The ways to refuse a request, with the numbers that Confluent clients know them by. */
enum ErrorCode {
  MALFORMED_REQUEST(400, "%s"),
  NO_SUCH_RESOURCE(404, "HTTP 404 Not Found"),
  METHOD_NOT_ALLOWED(405, "HTTP 405 Method Not Allowed"),
  INCOMPATIBLE(
      409,
      "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"),
  REQUEST_TOO_LARGE(413, "The request is larger than %d bytes."),
  UNPROCESSABLE(422, "%s"),
  FAILED(500, "Internal Server Error"),
  SUBJECT_NOT_FOUND(40401, "Subject '%s' not found."),
  VERSION_NOT_FOUND(40402, "Version %s not found."),
  SCHEMA_NOT_FOUND(40403, "Schema %s not found"),
  SUBJECT_SOFT_DELETED(
      40404, "Subject '%s' was soft deleted. Set permanent=true to delete permanently"),
  SUBJECT_NOT_SOFT_DELETED(
      40405, "Subject '%s' was not deleted first before being permanently deleted"),
  VERSION_SOFT_DELETED(
      40406, "Subject '%s' Version %s was soft deleted. Set permanent=true to delete permanently"),
  VERSION_NOT_SOFT_DELETED(
      40407, "Subject '%s' Version %s was not deleted first before being permanently deleted"),
  LEVEL_NOT_CONFIGURED(40408, "Subject '%s' does not have subject-level compatibility configured"),
  MODE_NOT_CONFIGURED(40409, "Subject '%s' does not have subject-level mode configured"),
  INVALID_SCHEMA(42201, "Invalid schema: %s"),
  INVALID_VERSION(
      42202,
      "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1]"
          + " and the string \"latest\""),
  INVALID_LEVEL(
      42203,
      "Invalid compatibility level. Valid values are none, backward, forward, full,"
          + " backward_transitive, forward_transitive, and full_transitive"),
  INVALID_MODE(42204, "Invalid mode. This registry knows READWRITE and READONLY"),
  NOT_PERMITTED(42205, "%s"),
  INVALID_SUBJECT(42208, "The specified subject '%s' is not a valid subject."),
  STORE_FAILED(50001, "The change could not be written: %s");

  private static final int DETAILED = 1000;

  private final int code;
  private final String message;

  ErrorCode(int code, String message) {
    this.code = code;
    this.message = message;
  }

  int code() {
    return code;
  }

  /** Detailed codes begin with their HTTP status. */
  int status() {
    return code < DETAILED ? code : code / 100;
  }

  Refusal refuse(Object... details) {
    return new Refusal(this, message.formatted(details));
  }
}
