package dev.influx.app;

import dev.influx.schemas.ComplianceRequest;

/**
 * Says what became of a request to forget somebody. Apart from the command: what its methods name
 * is loaded even when somebody only asks for help.
 */
record ForgetReport(Session session) {

  void print(ComplianceRequest request) {
    if (request.getDoneAt() != null) {
      session.out().println(request.getId() + ": forgotten at " + request.getDoneAt());
      return;
    }
    session
        .out()
        .println(
            request.getId()
                + ": noted, due "
                + request.getDeadline()
                + "; the scorer has not removed the author yet");
    session.err().println("see that a scorer runs, then: influx compliance status --note");
  }
}
