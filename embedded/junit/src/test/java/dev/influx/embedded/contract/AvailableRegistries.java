package dev.influx.embedded.contract;

import dev.influx.embedded.EmbeddedRegistry;
import dev.influx.embedded.RegistrySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded registry, and a real one where it can run: each is started once per test JVM, and
 * closed when the last test has run.
 */
public final class AvailableRegistries implements ArgumentsProvider {
  private static final Logger LOG = LoggerFactory.getLogger(AvailableRegistries.class);

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext test) {
    Store store = test.getRoot().getStore(Namespace.create(AvailableRegistries.class));
    EmbeddedRegistry embedded =
        store.getOrComputeIfAbsent(
            EmbeddedRegistry.class, key -> startEmbedded(), EmbeddedRegistry.class);
    return Stream.concat(
            Stream.of(new RegistryUnderTest("embedded", embedded.uri().toString())),
            real(store).map(each -> new RegistryUnderTest("Apicurio", each.url())).stream())
        .map(Arguments::of);
  }

  private static EmbeddedRegistry startEmbedded() {
    try {
      Path directory = Files.createTempDirectory(Path.of("target"), "registry-");
      return EmbeddedRegistry.start(RegistrySettings.in(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<RealRegistry> real(Store store) {
    Optional<Path> java = ModernJava.find();
    if (java.isEmpty()) {
      LOG.warn(
          "THE REAL SCHEMA REGISTRY WAS NOT TESTED: it needs a JDK of version {} or later;"
              + " install one, or name its directory in {}, and run the build again",
          ModernJava.LEAST_VERSION,
          ModernJava.VARIABLE);
    }
    return java.map(
        path ->
            store.getOrComputeIfAbsent(
                RealRegistry.class, key -> RealRegistry.start(path), RealRegistry.class));
  }
}
