package io.glance.store.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What a store adapter may use: the SPI and its own client libraries. */
public final class AdapterRules {
  private AdapterRules() {}

  /** Fails where a class of the adapter's package breaks a rule. */
  public static void check(String adapterPackage) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(adapterPackage);
    noClasses()
        .that()
        .resideInAPackage(adapterPackage + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.glance.store.core..",
            "io.glance.model..",
            "io.glance.kit..",
            "io.quarkus..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "jakarta.ws.rs..")
        .because("adapters know the SPI and nothing of the service around it")
        .check(classes);
  }
}
