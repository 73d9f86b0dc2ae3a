package dev.influx.app.config;

import dev.influx.harvester.HarvesterSettings;
import dev.influx.harvester.api.Dialect;
import dev.influx.harvester.api.Lookup;
import dev.influx.lists.policies.Policies;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.Secret;
import dev.influx.schemas.topics.Topics;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be set. The components are the keys ({@code stateDir} of {@code scorer} is
 * {@code scorer.state_dir}), their annotations the defaults; no instance holds a value that cannot
 * work.
 */
public record Config(
    Kafka kafka,
    Registry registry,
    TopicShape topics,
    Harvest harvest,
    Scorer scorer,
    Sink sink,
    Monitor monitor,
    Http http) {

  /** The cluster, and settings that every client of it gets. */
  public record Kafka(
      @Default("127.0.0.1:9092") String bootstrapServers, ClientProperties properties) {
    public Kafka {
      new Checks()
          .addresses("bootstrap_servers", bootstrapServers)
          .unclaimed("properties", properties, "bootstrap.servers", "kafka.bootstrap_servers")
          .enforce();
    }

    public KafkaConnection connection() {
      return new KafkaConnection(bootstrapServers, properties.values());
    }
  }

  /** The schema registry, and settings of its client. */
  public record Registry(@Default("http://127.0.0.1:8081") URI url, ClientProperties properties) {
    public Registry {
      new Checks().webAddress("url", url).enforce();
    }
  }

  /** Names and sizes of the topics. */
  public record TopicShape(
      @Default("influx.") String prefix,
      @Default("4") int partitions,
      @Default("-1") short replicationFactor) {
    public TopicShape {
      new Checks()
          .accepted("prefix", prefix, Topics::new)
          .atLeast("partitions", partitions, 1)
          .require(
              replicationFactor == -1 || replicationFactor > 0,
              "replication_factor",
              "is " + replicationFactor,
              "write 1 or more, or -1 for what the broker has as default")
          .enforce();
    }

    public Topics names() {
      return new Topics(prefix);
    }
  }

  /**
   * What is asked of X, how often and where.
   *
   * @param seeds files or directories of seed lists; none means those that come with influx
   * @param maxAge every author is asked for again before the last answer is that old
   * @param batchSize authors in a request, at most
   * @param parallel requests at the same time, at most
   * @param stateDir where it is noted who was asked for
   */
  public record Harvest(
      @Default("") List<Path> seeds,
      Api api,
      @Default("24h") Duration maxAge,
      @Default("100") int batchSize,
      @Default("3") int parallel,
      @Default("data/harvest") Path stateDir) {
    public Harvest {
      seeds = List.copyOf(seeds);
      new Checks()
          .positive("max_age", maxAge)
          .within("batch_size", batchSize, 1, Lookup.MOST_KEYS)
          .within("parallel", parallel, 1, HarvesterSettings.MOST_PARALLEL)
          .enforce();
    }
  }

  /**
   * The X API.
   *
   * @param dialect the names of fields that are asked for
   * @param tokenFile a file that holds the bearer token and nothing else; - is standard input, of
   *     which the first line is taken
   * @param token the bearer token, where the environment has one
   */
  public record Api(
      @Default("https://api.x.com") URI baseUrl,
      @Default("legacy") Dialect dialect,
      Optional<Path> tokenFile,
      Optional<Secret> token) {
    public Api {
      new Checks().webAddress("base_url", baseUrl).enforce();
    }

    /** The bearer token from wherever it is; reads the file, and fails when that cannot be read. */
    public Optional<Secret> bearerToken() {
      return token.or(() -> tokenFile.map(TokenFile::read));
    }
  }

  /** Where the scorer keeps its authors between two observations. */
  public enum Store {
    HASH,
    MEMORY,
    ROCKSDB
  }

  /**
   * One instance of the scorer.
   *
   * @param instance its name: the same after a restart, and different from all other instances
   * @param properties settings of Kafka Streams
   */
  public record Scorer(
      @Default(Policies.DEFAULT) String policy,
      @Default("1") int threads,
      @Default("data/scorer") Path stateDir,
      @Default("hash") Store store,
      @Default("200ms") Duration commitInterval,
      @Default("scorer-1") String instance,
      ClientProperties properties) {
    public Scorer {
      new Checks()
          .name("policy", policy)
          .atLeast("threads", threads, 1)
          .positive("commit_interval", commitInterval)
          .name("instance", instance)
          .unclaimed("properties", properties, "bootstrap.servers", "kafka.bootstrap_servers")
          .unclaimed("properties", properties, "num.stream.threads", "scorer.threads")
          .unclaimed("properties", properties, "state.dir", "scorer.state_dir")
          .unclaimed("properties", properties, "commit.interval.ms", "scorer.commit_interval")
          .enforce();
    }
  }

  /**
   * Where snapshots go, how often, what they have to be like, and how long they are kept.
   *
   * @param publishChanges so many changes do not wait for the interval; without it all do
   * @param keepLast so many of the newest snapshots are kept
   * @param keepDays and for so many days the last one of each
   * @param leastKept percent of the authors of the last snapshot that have to be there
   * @param leastSpread points between the quartiles of the scores
   * @param leastTop percent of the authors with a score of 80 or more
   * @param mostZeros percent of the authors with a score of 0
   */
  public record Sink(
      @Default("data") Path dataDir,
      @Default("2s") Duration publishInterval,
      Optional<Integer> publishChanges,
      @Default("24") int keepLast,
      @Default("30") int keepDays,
      @Default("90") int leastKept,
      Optional<Integer> leastSpread,
      Optional<Integer> leastTop,
      Optional<Integer> mostZeros) {
    private static final int WHOLE = 100;

    public Sink {
      new Checks()
          .positive("publish_interval", publishInterval)
          .atLeast("publish_changes", publishChanges.orElse(1), 1)
          .atLeast("keep_last", keepLast, 1)
          .atLeast("keep_days", keepDays, 0)
          .within("least_kept", leastKept, 0, WHOLE)
          .within("least_spread", leastSpread.orElse(0), 0, WHOLE)
          .within("least_top", leastTop.orElse(0), 0, WHOLE)
          .within("most_zeros", mostZeros.orElse(0), 0, WHOLE)
          .enforce();
    }
  }

  /**
   * The page, and what it knows.
   *
   * @param port 0 takes any free one
   * @param tokenFile a file that holds the token of the monitor and nothing else; without one it
   *     makes one up for this machine
   * @param cluster the name of the cluster in metrics
   * @param interval between two looks at the cluster
   * @param stateDir where the lag of the last day is kept
   */
  public record Monitor(
      @Default("127.0.0.1") String host,
      @Default("8088") int port,
      Optional<Path> tokenFile,
      @Default("influx") String cluster,
      @Default("5s") Duration interval,
      @Default("data/monitor") Path stateDir) {
    public Monitor {
      new Checks()
          .require(!host.isBlank(), "host", "is empty", "write a host name or an address")
          .within("port", port, 0, Http.HIGHEST_PORT)
          .name("cluster", cluster)
          .positive("interval", interval)
          .enforce();
    }
  }

  /** The endpoint for health and metrics; port 0 means that there is none. */
  public record Http(@Default("127.0.0.1") String host, @Default("0") int port) {
    private static final int HIGHEST_PORT = 65_535;

    public Http {
      new Checks()
          .require(!host.isBlank(), "host", "is empty", "write a host name or an address")
          .within("port", port, 0, HIGHEST_PORT)
          .enforce();
    }

    /** Where to listen, unless nobody shall. */
    public Optional<InetSocketAddress> address() {
      return port == 0 ? Optional.empty() : Optional.of(new InetSocketAddress(host, port));
    }
  }

  /** Settings that are passed through to a client, unread; what is secret among them is masked. */
  public record ClientProperties(Map<String, String> values) {
    public ClientProperties {
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return Sensitive.masked(values).toString();
    }
  }
}
