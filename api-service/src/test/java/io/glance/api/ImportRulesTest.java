package io.glance.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.glance.store.spi.StoreException;
import org.junit.jupiter.api.Test;

/** Who may import what in glance-api. */
class ImportRulesTest {
  private static final JavaClasses API =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.glance.api");

  @Test
  void theClassesAreThere() {
    assertThat(API).hasSizeGreaterThan(50);
  }

  @Test
  void thereIsNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..")
        .because("glance-api has no database: ask the registry through its contract")
        .check(API);
  }

  @Test
  void theRegistryIsReachedByItsContractOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.glance.registry..")
        .because("the contract in common-model is all the services share")
        .check(API);
  }

  @Test
  void adaptersAreFoundAtRunTime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.glance.store.file..",
            "io.glance.store.http..",
            "io.glance.store.s3..",
            "io.glance.store.swift..",
            "io.glance.store.rbd..",
            "io.glance.store.cinder..",
            "io.glance.store.vmware..")
        .because("stores are plugged in: use StoreCatalog")
        .check(API);
  }

  @Test
  void resourcesReachRowsAndBytesThroughServices() {
    noClasses()
        .that()
        .resideInAPackage("io.glance.api.v2..")
        // What it shows is the catalogue of stores itself.
        .and()
        .doNotHaveSimpleName("DiscoveryResource")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "io.glance.api.registry..", "io.glance.store..", "io.glance.model.registry..")
                // What a stream may throw while it is sent.
                .and(not(type(StoreException.class))))
        .because("resources parse, call a service, write: put the rest into api.image or api.data")
        .check(API);
  }

  @Test
  void onlyTheHttpSideKnowsJaxRs() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.glance.api.v2..",
            "io.glance.api.http..",
            "io.glance.api.registry..",
            "io.glance.api.auth..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .because("services throw GlanceException and know no HTTP")
        .check(API);
  }

  @Test
  void servicesDontKnowTheResources() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.glance.api.v2..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.glance.api.v2..")
        .because("resources call services, never the other way round")
        .check(API);
  }

  @Test
  void resourcesAreNamedSo() {
    classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .haveSimpleNameEndingWith("Resource")
        .because("that is where a reader looks for a path")
        .check(API);
  }
}
