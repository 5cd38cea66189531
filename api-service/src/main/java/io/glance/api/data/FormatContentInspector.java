package io.glance.api.data;

import io.glance.api.format.FormatDecision;
import io.glance.api.format.FormatInspector;
import io.glance.api.format.FormatSettings;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.image.ImageMetadata;
import io.glance.store.core.transfer.ByteLane;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Tells formats from their bytes (UP-15, UP-17). */
@Singleton
@DefaultBean
class FormatContentInspector implements ContentInspector {
  private final GlanceSettings settings;

  FormatContentInspector(GlanceSettings settings) {
    this.settings = settings;
  }

  @Override
  public UploadInspection begin(ImageMetadata image) {
    return FormatDecision.inspects(text(image.containerFormat()))
        ? new Look(image, FormatSettings.from(settings))
        : new NoLook();
  }

  private static String text(@Nullable String format) {
    return format == null ? "" : format;
  }

  private static final class Look implements UploadInspection, ByteLane {
    private final ImageMetadata image;
    private final FormatSettings settings;
    private final FormatInspector inspector = new FormatInspector();

    Look(ImageMetadata image, FormatSettings settings) {
      this.image = image;
      this.settings = settings;
    }

    @Override
    public ByteLane lane() {
      return this;
    }

    @Override
    public void accept(ByteBuffer data) {
      inspector.eat(data);
    }

    @Override
    public OptionalLong virtualSize() {
      return FormatDecision.decide(
          inspector.finish(), text(image.diskFormat()), text(image.containerFormat()), settings);
    }
  }

  private static final class NoLook implements UploadInspection {
    @Override
    public ByteLane lane() {
      return data -> {};
    }

    @Override
    public OptionalLong virtualSize() {
      return OptionalLong.empty();
    }
  }
}
