package io.glance.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may import what in the registry. */
class RegistryArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.glance.registry");

  @Test
  void theRegistryKnowsNeitherStoresNorTheApi() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.glance.store..", "io.glance.api..")
        .because("bytes are glance-api's; metadata goes through the contract of common-model")
        .check(CLASSES);
  }

  @Test
  void rulesKnowNoHttp() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .resideInAnyPackage(
            "..registry.image..",
            "..registry.member..",
            "..registry.upload..",
            "..registry.ledger..",
            "..registry.database..",
            "..registry.schema..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "..registry.http..")
        .because("only resources speak HTTP; throw GlanceException, the mapper answers it")
        .check(CLASSES);
  }

  @Test
  void theCommandAndTheSchemaStartWithoutQuarkus() {
    noClasses()
        .that()
        .resideInAnyPackage("..registry.manage..", "..registry.schema..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "io.agroal..", "org.hibernate..")
        .because("glance-manage is a plain program; put what both need into registry.schema")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("io.glance.registry.(*)..")
        .should()
        .beFreeOfCycles()
        .because("image is below member and upload, ledger and database are below image")
        .check(CLASSES);
  }
}
