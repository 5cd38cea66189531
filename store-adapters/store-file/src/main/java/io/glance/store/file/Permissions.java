package io.glance.store.file;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code filesystem_store_file_perm} asks for: its decimal digits are octal ones. */
record Permissions(Set<PosixFilePermission> ofFile) {
  private static final PosixFilePermission[] BITS = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  /** Null where files keep the permissions they get. */
  static @Nullable Permissions of(StoreSettings settings) throws StoreException {
    int digits = settings.integer(FileStoreType.FILE_PERM);
    if (digits <= 0) {
      return null;
    }
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    int bits = octal(digits);
    for (int i = 0; i < BITS.length; i++) {
      if ((bits >> i & 1) == 1) {
        permissions.add(BITS[i]);
      }
    }
    if (!permissions.contains(PosixFilePermission.OWNER_READ)) {
      throw bad(digits, "must let the owner read");
    }
    return new Permissions(permissions);
  }

  private static int octal(int digits) throws StoreException {
    try {
      return Integer.parseInt(Integer.toString(digits), 8);
    } catch (NumberFormatException e) {
      throw bad(digits, "is not made of octal digits");
    }
  }

  private static StoreException bad(int digits, String problem) {
    return new StoreException(
        Kind.INVALID, FileStoreType.FILE_PERM + " = " + digits + ": " + problem);
  }

  /** Lets group and others into the directory where they get something of its files. */
  void openDirectory(Path directory) throws IOException {
    Set<PosixFilePermission> now = EnumSet.copyOf(Files.getPosixFilePermissions(directory));
    boolean changed = false;
    for (PosixFilePermission permission : ofFile) {
      if (permission.name().startsWith("GROUP")) {
        changed |= now.add(PosixFilePermission.GROUP_EXECUTE);
      } else if (permission.name().startsWith("OTHERS")) {
        changed |= now.add(PosixFilePermission.OTHERS_EXECUTE);
      }
    }
    if (changed) {
      Files.setPosixFilePermissions(directory, now);
    }
  }
}
