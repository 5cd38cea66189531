package io.glance.kit.policy;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import io.glance.model.RequestContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The policy in force: the shipped rules under those of the operator's files, which are read again
 * when they change (POL-23). A broken file stops the start; later the rules of before stay.
 *
 * <p>Anonymous callers have no role, so the rules of today would refuse them everything: for their
 * reads the deprecated check strings hold as well, and nothing but reads is open to them (AUTH-03).
 */
public final class PolicyEngine implements Policy {
  private static final Logger LOG = Logger.getLogger(PolicyEngine.class);
  private static final Pattern READ = Pattern.compile("(get|list|download)_");
  private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();

  private final List<RuleDefault> defaults;
  private final Set<String> projectRules;
  private final PolicyFiles files;
  private final PolicyOptions options;
  private final LongSupplier nanoTime;
  private final ReentrantLock reloading = new ReentrantLock();
  private volatile Loaded loaded;
  private volatile long lookedAt;

  /**
   * What was read.
   *
   * @param anonymous with the deprecated check strings, which know no roles
   */
  private record Loaded(RuleSet rules, RuleSet anonymous, List<PolicyFiles.Stamp> stamps) {}

  /**
   * The policy of a service.
   *
   * @param configDirectories where the files of {@code [oslo_policy]} are sought
   * @throws SettingsException where a file is broken
   */
  public static PolicyEngine of(
      PolicyDefaults defaults, GlanceSettings settings, List<Path> configDirectories) {
    return new PolicyEngine(
        defaults.rules(), PolicyOptions.of(settings, configDirectories), System::nanoTime);
  }

  /**
   * Reads the rules.
   *
   * @param nanoTime a steady clock such as {@link System#nanoTime}
   * @throws SettingsException where a file is broken
   */
  PolicyEngine(List<RuleDefault> defaults, PolicyOptions options, LongSupplier nanoTime) {
    this.defaults = List.copyOf(defaults);
    this.projectRules =
        defaults.stream()
            .filter(RuleDefault::projectScope)
            .map(RuleDefault::name)
            .collect(Collectors.toUnmodifiableSet());
    this.options = options;
    this.files = options.files();
    this.nanoTime = nanoTime;
    this.loaded = load();
    this.lookedAt = nanoTime.getAsLong();
  }

  @Override
  public boolean allows(String rule, Map<String, String> target, RequestContext caller) {
    if (options.enforceScope() && caller.systemScope() && projectRules.contains(rule)) {
      return false;
    }
    Loaded now = current();
    if (!caller.readOnly()) {
      return now.rules().allows(rule, target, new Credentials(caller));
    }
    boolean forbidden = projectRules.contains(rule) && !READ.matcher(rule).lookingAt();
    return !forbidden && now.anonymous().allows(rule, target, new Credentials(caller));
  }

  private Loaded current() {
    if (nanoTime.getAsLong() - lookedAt >= LOOK_AGAIN && reloading.tryLock()) {
      try {
        lookedAt = nanoTime.getAsLong();
        reloadIfChanged();
      } finally {
        reloading.unlock();
      }
    }
    return loaded;
  }

  private void reloadIfChanged() {
    try {
      List<PolicyFiles.Stamp> stamps = files.stamps();
      if (!stamps.equals(loaded.stamps())) {
        // A broken file is reported once: its stamps count as seen.
        loaded = new Loaded(loaded.rules(), loaded.anonymous(), stamps);
        loaded = load();
        LOG.infof("policy read again: file=%s", files.file());
      }
    } catch (SettingsException | IOException e) {
      LOG.errorf("failed to read the policy again, the rules of before stay: %s", e.getMessage());
    }
  }

  private Loaded load() {
    try {
      List<PolicyFiles.Stamp> stamps = files.stamps();
      Map<String, Rule> overrides = files.read();
      return new Loaded(
          RuleSet.of(defaults, overrides, options.enforceNewDefaults()),
          RuleSet.of(defaults, overrides, false),
          stamps);
    } catch (RuleSyntaxException | IOException e) {
      throw new SettingsException(files.file() + ": " + e.getMessage());
    }
  }
}
