package io.glance.api.format;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Whether inspected content may become an image of the declared format.
 *
 * <p>Source: glance/location.py ImageProxy.set_data. Stricter: safety checks also run on content
 * that mismatches while matching is off, and a truncated structure is unsafe.
 */
public final class FormatDecision {
  private static final Logger LOG = Logger.getLogger(FormatDecision.class);
  private static final String INSPECTED_CONTAINER = "bare";
  private static final Set<DetectedFormat> HYBRID_ISO =
      EnumSet.of(DetectedFormat.ISO, DetectedFormat.GPT);

  private FormatDecision() {}

  /** Whether content in such a container is inspected at all. */
  public static boolean inspects(String containerFormat) {
    return INSPECTED_CONTAINER.equals(containerFormat);
  }

  /**
   * The virtual size of accepted content in bytes; empty where unknown.
   *
   * @throws GlanceException UNSUPPORTED_MEDIA_TYPE when the content is refused
   */
  public static OptionalLong decide(
      Inspection inspection,
      String declaredDiskFormat,
      String containerFormat,
      FormatSettings settings) {
    if (!inspects(containerFormat)) {
      return OptionalLong.empty();
    }
    List<Finding> findings = withoutBootSector(inspection.findings());
    boolean matches = matches(findings, declaredDiskFormat);
    if (!matches) {
      String mismatch = mismatch(findings, declaredDiskFormat);
      if (settings.requireMatch()) {
        throw new GlanceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, mismatch);
      }
      LOG.warnf("Accepted although not required to match: %s", mismatch);
    }
    requireSafe(findings, settings);
    return matches ? virtualSize(inspection, findings, declaredDiskFormat) : OptionalLong.empty();
  }

  /** A bootable ISO may carry a partition table in front: it counts as an ISO alone. */
  private static List<Finding> withoutBootSector(List<Finding> findings) {
    Set<DetectedFormat> formats =
        findings.stream().map(Finding::format).collect(Collectors.toSet());
    return formats.equals(HYBRID_ISO)
        ? findings.stream().filter(each -> each.format() == DetectedFormat.ISO).toList()
        : findings;
  }

  private static boolean matches(List<Finding> findings, String declared) {
    if (findings.size() > 1) {
      return false;
    }
    if (findings.isEmpty()) {
      return declared.equals(DetectedFormat.RAW) || !DetectedFormat.isInspectable(declared);
    }
    return declared.equals(DetectedFormat.RAW)
        || declared.equals(findings.get(0).format().diskFormat());
  }

  private static String mismatch(List<Finding> findings, String declared) {
    String detected =
        findings.isEmpty()
            ? DetectedFormat.RAW
            : findings.stream()
                .map(finding -> finding.format().diskFormat())
                .collect(Collectors.joining(","));
    return findings.size() > 1
        ? "Multiple formats detected: " + detected
        : "Image disk_format " + declared + " does not match stream data " + detected;
  }

  private static void requireSafe(List<Finding> findings, FormatSettings settings) {
    for (Finding finding : findings) {
      for (Violation violation : finding.violations()) {
        boolean nonfatal =
            finding.format() == DetectedFormat.GPT
                && settings.gptChecksNonfatal().contains(violation.check());
        LOG.logf(
            nonfatal ? Logger.Level.WARN : Logger.Level.DEBUG,
            "%s content failed safety check %s: %s",
            finding.format().diskFormat(),
            violation.check(),
            violation.reason());
        if (!nonfatal) {
          throw new GlanceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Image failed safety checks");
        }
      }
    }
  }

  private static OptionalLong virtualSize(
      Inspection inspection, List<Finding> findings, String declared) {
    long size = 0;
    if (declared.equals(DetectedFormat.RAW)) {
      size = inspection.size();
    } else if (!findings.isEmpty()) {
      size = findings.get(0).virtualSize();
    }
    return size == 0 ? OptionalLong.empty() : OptionalLong.of(size);
  }
}
