package io.glance.store.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoresTest {
  private static final Caller CALLER = Caller.of("req-1");

  private final Map<String, String> options = new HashMap<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private Stores load() {
    StoreOptionSource source =
        new StoreOptionSource() {
          @Override
          public Optional<String> text(String section, String option) {
            return Optional.ofNullable(options.get(section + "/" + option));
          }

          @Override
          public List<String> multi(String section, String option) {
            return text(section, option).map(text -> List.of(text.split(";"))).orElse(List.of());
          }
        };
    StoreTypes types =
        new StoreTypes(
            List.of(
                new FakeStoreType("file", Set.of("file", "filesystem")),
                new FakeStoreType("http", Set.of("http", "https"))));
    return new StoresLoader(source, types, meters).load();
  }

  private void multi() {
    options.put("DEFAULT/enabled_backends", "fast:file, cheap:file");
    options.put("glance_store/default_backend", "cheap");
    options.put("fast/prefix", "file:///fast/");
    options.put("cheap/prefix", "file:///cheap/");
  }

  @Test
  void sectionsDescribeTheStoresInOrder() { // STORE-05, STORE-04
    multi();
    options.put("fast/store_description", "SSD");
    options.put("fast/weight", "7");
    Stores stores = load();
    assertThat(stores.multiStore()).isTrue();
    assertThat(stores.stores()).extracting(ConfiguredStore::id).containsExactly("fast", "cheap");
    assertThat(stores.find("fast").orElseThrow().description()).isEqualTo("SSD");
    assertThat(stores.find("fast").orElseThrow().weight()).isEqualTo(7);
    assertThat(stores.find("cheap").orElseThrow().weight()).isZero();
    assertThat(stores.defaultStore().id()).isEqualTo("cheap");
    assertThat(stores.find("nowhere")).isEmpty();
  }

  @Test
  void anOptionIsLookedUpInItsSectionThenInTheDefaultsThenInItsDefault() {
    multi();
    options.remove("fast/prefix");
    options.put("backend_defaults/prefix", "file:///shared/");
    options.put("backend_defaults/weight", "3");
    Stores stores = load();
    assertThat(stores.locate(new StoreLocation("file:///shared/x"), null))
        .get()
        .extracting(ConfiguredStore::id)
        .isEqualTo("fast");
    assertThat(stores.find("fast").orElseThrow().weight()).isEqualTo(3);
    options.remove("backend_defaults/prefix");
    assertThat(load().locate(new StoreLocation("none/x"), null)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "os_glance_staging_store:file | cheap | reserved",
        "fast:file | | default_backend",
        "fast:file | slow | default_backend",
        "fast:tape | fast | tape",
        "fast | fast | id:type",
        "a:file,a:file | a | twice"
      })
  void aConfigurationThatCannotWorkStopsTheStart(String enabled, String chosen, String says) {
    options.put("DEFAULT/enabled_backends", enabled); // CFG-11, STORE-05
    if (chosen != null) {
      options.put("glance_store/default_backend", chosen);
    }
    assertThatThrownBy(this::load)
        .isInstanceOf(StoreConfigException.class)
        .hasMessageContaining(says);
  }

  @Test
  void twoStoresCannotShareWhatEachMustHaveForItself() {
    multi();
    options.put("fast/prefix", "file:///cheap/");
    assertThatThrownBy(this::load).hasMessageContaining("can't share file prefix file:///cheap/");
  }

  @Test
  void aBadOptionNamesItsStore() {
    multi();
    options.put("fast/prefix", "bad");
    assertThatThrownBy(this::load).hasMessageContaining("store 'fast': option prefix is bad");
    options.put("fast/prefix", "x");
    options.put("fast/weight", "heavy");
    assertThatThrownBy(this::load).hasMessageContaining("[fast] weight");
  }

  @Test
  void withoutEnabledBackendsTheStoresAreThoseOfOld() {
    Stores stores = load();
    assertThat(stores.multiStore()).isFalse();
    assertThat(stores.defaultStore().id()).isEqualTo("file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http", "glance.store.http.Store"})
  void theDefaultOfOldIsAScheme(String name) {
    options.put("glance_store/stores", "glance.store.http.Store,unknown");
    options.put("glance_store/default_store", name);
    assertThat(load().defaultStore().id()).isEqualTo("http");
  }

  @Test
  void aDefaultOfOldThatIsNotThereStopsTheStart() {
    options.put("glance_store/stores", "http");
    assertThatThrownBy(this::load).hasMessageContaining("'file' not found");
  }

  @Test
  void theNamedStoreServesALocationElseTheOneThatOwnsIt() { // STORE-06
    multi();
    Stores stores = load();
    StoreLocation inFast = new StoreLocation("file:///fast/x");
    assertThat(stores.locate(inFast, "cheap").orElseThrow().id()).isEqualTo("cheap");
    assertThat(stores.locate(inFast, "nowhere").orElseThrow().id()).isEqualTo("fast");
    assertThat(stores.locate(inFast, null).orElseThrow().id()).isEqualTo("fast");
    assertThat(stores.locate(new StoreLocation("gridfs://x"), null)).isEmpty();
  }

  @Test
  void oneExactOwnerWinsAndSeveralCompatibleOnesDoNot() { // STORE-06
    multi();
    options.put("fast/prefix", "file:///");
    assertThat(load().locate(new StoreLocation("file:///cheap/x"), null)).isEmpty();
    assertThat(load().locate(new StoreLocation("file:///fast-exact"), null)).isPresent();
  }

  @Test
  void whatAStoreCannotDoIsRefusedForIt() {
    multi();
    Store store = load().defaultStore().store();
    StoreLocation place = new StoreLocation("file:///cheap/x");
    assertThat(kind(() -> store.plan("x", Hint.NONE))).isEqualTo(Kind.READ_ONLY);
    assertThat(kind(() -> store.create("x", place, Hint.NONE, CALLER))).isEqualTo(Kind.READ_ONLY);
    assertThat(kind(() -> store.delete(place, CALLER))).isEqualTo(Kind.READ_ONLY);
    assertThat(load().defaultStore().readOnly()).isTrue();
  }

  @Test
  void whoGetsNoTurnIsToldSoAndAClosedReaderGivesItsTurnBack() throws Exception { // REL-16
    Store store =
        new LimitedStore(
            new FakeStoreType("file", Set.of())
                .open(new io.glance.store.spi.StoreSettings("s", Map.of())),
            1,
            20);
    StoreLocation place = new StoreLocation("x");
    ImageReader first = store.open(place, CALLER);
    assertThat(kind(() -> store.open(place, CALLER))).isEqualTo(Kind.UNAVAILABLE);
    first.close();
    first.close();
    store.open(place, CALLER).close();
    store.open(place, CALLER);
    assertThat(kind(() -> store.open(place, CALLER))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void operationsAndBytesAreCounted() throws Exception {
    multi();
    Store store = load().defaultStore().store();
    try (ImageReader reader = store.open(new StoreLocation("x"), CALLER)) {
      reader.read(ByteBuffer.allocate(10), 0);
    }
    assertThat(meters.counter("glance.store.bytes", "store", "cheap", "direction", "read").count())
        .isEqualTo(3);
    assertThat(
            meters
                .timer(
                    "glance.store.operation",
                    "store",
                    "cheap",
                    "operation",
                    "open",
                    "outcome",
                    "ok")
                .count())
        .isEqualTo(1);
  }

  private static Kind kind(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    StoreException thrown = catchThrowableOfType(StoreException.class, call);
    assertThat(thrown).isNotNull();
    return thrown.kind();
  }
}
