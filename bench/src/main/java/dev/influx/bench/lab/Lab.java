package dev.influx.bench.lab;

import dev.influx.bench.load.Crowd;
import dev.influx.bench.load.Loader;
import dev.influx.bench.measure.ProcessMeter;
import dev.influx.bench.measure.Sample;
import dev.influx.bench.worker.Level;
import dev.influx.bench.worker.Task;
import dev.influx.bench.worker.WorkerProcess;
import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.files.DirectoryTree;
import dev.influx.runtime.files.Scratch;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;

/** A broker and a registry of our own, the topics on it, and what was started against it. */
public final class Lab implements AutoCloseable {
  private static final Topics TOPICS = new Topics("bench.");
  private static final int LOADER_LINGER_MILLIS = 100;

  private final Equipment equipment;
  private final Scratch scratch;
  private final ChildJvm broker;
  private final KafkaConnection kafka;
  private final Registry registry;
  private final Admin admin;
  private final TopicKeeper keeper;
  private final Set<ChildJvm> workers = ConcurrentHashMap.newKeySet();
  private final Thread onInterrupt = new Thread(this::abandon, "bench-abandon");
  private int tasks;

  private Lab(Equipment equipment, Scratch scratch, ChildJvm broker) {
    this.equipment = equipment;
    this.scratch = scratch;
    this.broker = broker;
    this.kafka = KafkaConnection.to(broker.await("bootstrap"));
    this.registry = Registry.at(broker.await("registry"), Map.of());
    this.admin = Admin.create(kafka.client("bench-admin"));
    this.keeper = new TopicKeeper(kafka, registry, admin, equipment.partitions());
  }

  /** Starts a broker and creates the topics. */
  public static Lab open(Equipment equipment) {
    Scratch scratch = Scratch.create("influx-bench");
    ChildJvm broker =
        ChildJvm.start(
            equipment.brokerMain(),
            equipment.brokerOptions(),
            List.of(scratch.resolve("broker").toString()));
    Lab lab = new Lab(equipment, scratch, broker);
    Runtime.getRuntime().addShutdownHook(lab.onInterrupt);
    lab.keeper.create(TOPICS);
    return lab;
  }

  public KafkaConnection kafka() {
    return kafka;
  }

  public Topics topics() {
    return TOPICS;
  }

  /** Topics of their own, that hold nothing. */
  public Topics newTopics(String name) {
    Topics topics = new Topics(TOPICS.prefix() + name + ".");
    keeper.create(topics);
    return topics;
  }

  public String registryUrl() {
    return registry.url();
  }

  /** A place on disk that goes away with the lab. */
  public Path place(String name) {
    return scratch.resolve(name);
  }

  public ProcessMeter brokerMeter() {
    return broker.meter();
  }

  /** Writes to the raw topic of the lab. */
  public Loader loader(int lingerMillis) {
    return new Loader(kafka, registry, TOPICS.raw(), lingerMillis);
  }

  /** Fills the raw topic. */
  public void load(Crowd crowd, LongConsumer progress) {
    try (Loader loader = loader(LOADER_LINGER_MILLIS)) {
      loader.load(crowd, progress);
    }
  }

  /** A task under a name that nobody has used here, with outputs that are empty. */
  public Task newTask(Level level) {
    return newTask(level, TOPICS);
  }

  /** The same on topics that hold no observation. */
  public Task newIdleTask(Level level) {
    Topics empty = new Topics(TOPICS.prefix() + "empty.");
    keeper.create(empty);
    return newTask(level, empty);
  }

  private Task newTask(Level level, Topics topics) {
    String application = Task.application(level, topics, ++tasks);
    Task task =
        new Task(
            level,
            kafka.bootstrapServers(),
            registry.url(),
            topics.prefix(),
            application,
            scratch.resolve(application),
            equipment.threads(),
            equipment.commitInterval());
    keeper.prepare(task);
    return task;
  }

  /** Starts the task; it goes on where it stopped if it ran before. */
  public ChildJvm start(Task task) {
    workers.removeIf(worker -> !worker.alive());
    ChildJvm worker =
        ChildJvm.start(WorkerProcess.class, equipment.workerOptions(), task.toArguments());
    workers.add(worker);
    return worker;
  }

  /** The same work by the command that users run, with the task in its configuration. */
  public ChildJvm startCommand(Path launcher, Task task) {
    workers.removeIf(worker -> !worker.alive());
    Path configuration = scratch.resolve(task.application() + ".yml");
    try {
      Files.writeString(configuration, task.toConfiguration());
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write " + configuration, e);
    }
    List<String> command =
        List.of(launcher.toString(), "scorer", "run", "--config", configuration.toString());
    ChildJvm worker = ChildJvm.command(command, scratch.resolve(task.application() + ".messages"));
    workers.add(worker);
    return worker;
  }

  /** Starts a command that users run; it ends with the lab. */
  public ChildJvm startCommand(String name, List<String> command) {
    ChildJvm worker = ChildJvm.command(command, scratch.resolve(name + ".messages"));
    workers.add(worker);
    return worker;
  }

  /** Starts anything else; it ends with the lab. */
  public ChildJvm start(Class<?> main, List<String> jvmOptions, List<String> arguments) {
    ChildJvm worker = ChildJvm.start(main, jvmOptions, arguments);
    workers.add(worker);
    return worker;
  }

  /** Forgets what a stopped task kept on disk. */
  public void deleteState(Task task) {
    try {
      DirectoryTree.delete(task.stateDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException("unable to delete " + task.stateDirectory(), e);
    }
  }

  /** Samples a running task until it has committed this many records. */
  public List<Sample> watch(Task task, ChildJvm worker, long records) {
    return new Watch(admin, task, worker, broker.meter()).untilCommitted(records);
  }

  /** Reads the verdicts of a task from now on. */
  public Lookout lookout(Task task) {
    return new Lookout(kafka, registry, task.topics());
  }

  /** Reads the verdicts of a task from now on, for how long they took. */
  public Verdicts verdicts(Task task) {
    return new Verdicts(kafka, task.topics());
  }

  /** Changes the policy of a task. */
  public PolicySwitch policySwitch(Task task) {
    return new PolicySwitch(kafka, registry, task, equipment.partitions());
  }

  /** What a reader of committed records finds in a topic. */
  public Audit audit(String topic) {
    return Audit.of(kafka, topic);
  }

  private void abandon() {
    workers.forEach(ChildJvm::kill);
    broker.kill();
    scratch.close();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(onInterrupt);
    workers.forEach(ChildJvm::kill);
    admin.close();
    try {
      registry.close();
    } catch (IOException e) {
      throw new UncheckedIOException("unable to close the client of the registry", e);
    } finally {
      broker.close();
      scratch.close();
    }
  }
}
