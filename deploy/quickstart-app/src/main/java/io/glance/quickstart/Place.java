package io.glance.quickstart;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param root of the project
 */
record Place(Path root) {
  /** All that the quickstart leaves behind. */
  Path run() {
    return root.resolve(".run");
  }

  Path in(String name) {
    return run().resolve(name);
  }

  Path command(String name) {
    return root.resolve("deploy/bin").resolve(name);
  }

  /** A path as its user would type it. */
  String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }
}
