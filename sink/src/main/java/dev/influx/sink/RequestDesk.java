package dev.influx.sink;

import dev.influx.sink.files.PublishDirectory;
import dev.influx.sink.requests.RequestBox;
import dev.influx.sink.requests.SnapshotAnswer;
import dev.influx.sink.requests.SnapshotRequest;
import dev.influx.sink.snapshot.Cut.Place;
import dev.influx.sink.snapshot.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Serves requests for a snapshot. One is answered when all that the topics held when it was found
 * has been read, and was published or withheld.
 */
final class RequestDesk {
  private final PublishDirectory directory;
  private final RequestBox box;
  private final Map<String, Map<Place, Long>> ends = new HashMap<>();

  RequestDesk(PublishDirectory directory) {
    this.directory = directory;
    this.box = directory.requests();
  }

  /** Takes up what is new, and answers what can be. */
  void serve(Materialiser list, Supplier<Optional<Map<Place, Long>>> endsNow) {
    List<SnapshotRequest> requests = box.requests();
    ends.keySet().retainAll(requests.stream().map(SnapshotRequest::id).toList());
    for (SnapshotRequest request : requests) {
      if (!ends.containsKey(request.id())) {
        endsNow.get().ifPresent(now -> ends.put(request.id(), now));
      }
      if (ends.containsKey(request.id()) && list.cut().reaches(ends.get(request.id()))) {
        answer(request, list);
      }
    }
  }

  private void answer(SnapshotRequest request, Materialiser list) {
    Optional<String> refusal =
        list.pending() ? list.publish(Optional.ofNullable(request.force())) : Optional.empty();
    String published = directory.current().map(Manifest::snapshotId).orElse(null);
    box.answer(request, new SnapshotAnswer(published, refusal.isEmpty(), refusal.orElse(null)));
  }
}
