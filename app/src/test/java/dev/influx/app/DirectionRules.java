package dev.influx.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may see whom, for a tree of packages: the one of influx, or one that breaks every rule to
 * show that it can be broken.
 */
final class DirectionRules {
  private static final List<String> PARTS = List.of("harvester", "scorer", "sink", "monitor");
  private static final List<String> ALL =
      List.of(
          "schemas",
          "lists",
          "runtime",
          "validator",
          "scorer",
          "harvester",
          "sink",
          "monitor",
          "embedded",
          "simulator");

  /** The table of the house: what each module may use. */
  private static final Map<String, List<String>> HOUSE =
      Map.ofEntries(
          Map.entry("schemas", List.of()),
          Map.entry("lists", List.of()),
          Map.entry("simulator", List.of()),
          Map.entry("runtime", List.of("schemas")),
          Map.entry("embedded", List.of("schemas")),
          Map.entry("validator", List.of("schemas", "lists")),
          Map.entry("scorer", List.of("schemas", "lists", "validator", "runtime")),
          Map.entry("harvester", List.of("schemas", "lists", "runtime")),
          Map.entry("sink", List.of("schemas", "lists", "validator", "runtime")),
          Map.entry("monitor", List.of("schemas", "runtime")),
          Map.entry("app", ALL));

  private final String root;

  DirectionRules(String root) {
    this.root = root;
  }

  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("pure code knows neither Kafka nor HTTP", pureCodeKnowsNoKafkaAndNoHttp());
    rules.put("pure code does not ask for the time", pureCodeDoesNotAskForTheTime());
    rules.put("the parts meet only in topics", partsDoNotImportEachOther());
    rules.put("only embedded sees the broker", onlyEmbeddedSeesTheBroker());
    rules.put("only Main ends the JVM", onlyMainEndsTheJvm());
    rules.put("there is one main", thereIsOneMain());
    rules.put("only app prints", onlyAppPrints());
    rules.put("modules use what the table of the house says", modulesFollowTheTable());
    rules.put("modules are free of cycles", modulesAreFreeOfCycles());
    return rules;
  }

  private ArchRule pureCodeKnowsNoKafkaAndNoHttp() {
    return noClasses()
        .that(arePure())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..", "java.net.http..", "javax.net..", "com.sun.net.httpserver..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.net.URLConnection.class)
        .allowEmptyShould(true);
  }

  private ArchRule pureCodeDoesNotAskForTheTime() {
    return noClasses()
        .that(arePure())
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, InstantSource.class)
        .orShould()
        .accessTargetWhere(target(nameMatching("currentTimeMillis|nanoTime")))
        .orShould()
        .accessTargetWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
        .orShould()
        .callConstructor(Date.class)
        .allowEmptyShould(true);
  }

  private DescribedPredicate<JavaClass> arePure() {
    return resideInAnyPackage(
        root + ".validator..",
        root + ".scorer.model..",
        root + ".scorer.activity..",
        root + ".scorer.statistics..",
        root + ".scorer.difference..",
        root + ".monitor.lag..");
  }

  private ArchRule partsDoNotImportEachOther() {
    return all(
        PARTS.stream()
            .map(
                part ->
                    noClasses()
                        .that()
                        .resideInAPackage(module(part))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                            modules(PARTS.stream().filter(other -> !other.equals(part))))
                        .allowEmptyShould(true)));
  }

  private ArchRule onlyEmbeddedSeesTheBroker() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(module("embedded"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("kafka..")
                .or(
                    resideInAPackage("org.apache.kafka..")
                        .and(
                            not(
                                resideInAnyPackage(
                                    "org.apache.kafka.clients..",
                                    "org.apache.kafka.common..",
                                    "org.apache.kafka.streams..")))));
  }

  private ArchRule onlyMainEndsTheJvm() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(root + ".app.Main")
        .should()
        .accessTargetWhere(
            describe("ends the JVM", (JavaAccess<?> access) -> endsTheJvm(access.getTarget())));
  }

  private static boolean endsTheJvm(AccessTarget target) {
    boolean isJvm =
        target.getOwner().isEquivalentTo(System.class)
            || target.getOwner().isEquivalentTo(Runtime.class);
    return isJvm && (target.getName().equals("exit") || target.getName().equals("halt"));
  }

  /** Besides the one that the build calls to write down the policies that it checked. */
  private ArchRule thereIsOneMain() {
    return noMethods()
        .that()
        .areDeclaredInClassesThat()
        .doNotHaveFullyQualifiedName(root + ".app.Main")
        .and()
        .areDeclaredInClassesThat()
        .doNotHaveFullyQualifiedName(root + ".lists.policies.PressedPolicies")
        .and()
        .arePublic()
        .and()
        .areStatic()
        .should()
        .haveName("main");
  }

  private ArchRule onlyAppPrints() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(module("app"), module("bench"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(
            describe(
                "prints a stack trace",
                (JavaMethodCall call) ->
                    call.getName().equals("printStackTrace")
                        && call.getTarget().getRawParameterTypes().isEmpty()));
  }

  private ArchRule modulesFollowTheTable() {
    return all(
        HOUSE.entrySet().stream()
            .map(
                entry ->
                    classes()
                        .that()
                        .resideInAPackage(module(entry.getKey()))
                        .should()
                        .onlyDependOnClassesThat(
                            not(resideInAPackage(root + ".."))
                                .or(
                                    resideInAnyPackage(
                                        modules(
                                            Stream.concat(
                                                Stream.of(entry.getKey()),
                                                entry.getValue().stream())))))
                        .allowEmptyShould(true)));
  }

  private ArchRule modulesAreFreeOfCycles() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  private static ArchRule all(Stream<? extends ArchRule> rules) {
    return CompositeArchRule.of(rules.map(ArchRule.class::cast).toList());
  }

  private String module(String name) {
    return root + "." + name + "..";
  }

  private String[] modules(Stream<String> names) {
    return names.map(this::module).toArray(String[]::new);
  }
}
