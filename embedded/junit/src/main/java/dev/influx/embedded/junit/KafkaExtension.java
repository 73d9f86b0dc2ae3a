package dev.influx.embedded.junit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link TestKafka} of this JVM, which the first of them starts. */
public final class KafkaExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(KafkaExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == TestKafka.class;
  }

  /** What lies in the root's store is closed when the last test has run. */
  @Override
  public TestKafka resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            RunningKafka.class,
            key -> RunningKafka.start(BrokerPlace.configured()),
            RunningKafka.class)
        .kafka();
  }
}
