package io.glance.registry.operator;

import io.glance.registry.testing.TestDatabase;

/** Writes rows as Glance would have left them. */
final class ImageRows {
  private ImageRows() {}

  /** The id of the image of a number. */
  static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** An active image of 10 × number bytes, created number seconds after noon. */
  static void image(int number, String name, String owner, String visibility) {
    TestDatabase.run(
        ("INSERT INTO images (id, name, size, status, created_at, updated_at, deleted,"
                + " disk_format, container_format, checksum, owner, min_disk, min_ram, protected,"
                + " visibility, os_hidden) VALUES ('%s', '%s', %d, 'active',"
                + " '2026-01-01 12:00:%02d', '2026-01-01 12:00:%02d', 0, 'raw', 'bare',"
                + " 'd41d8cd98f00b204e9800998ecf8427e', '%s', 1, 2, 0, '%s', 0)")
            .formatted(id(number), name, 10 * number, number, number, owner, visibility));
  }

  static void set(int number, String assignment) {
    TestDatabase.run("UPDATE images SET " + assignment + " WHERE id = '" + id(number) + "'");
  }

  static void delete(int number) {
    set(number, "deleted = 1, deleted_at = '2026-01-02 00:00:00', status = 'deleted'");
  }

  static void property(int number, String name, String value) {
    TestDatabase.run(
        ("INSERT INTO image_properties (image_id, name, value, created_at, deleted)"
                + " VALUES ('%s', '%s', '%s', '2026-01-01 12:00:00', 0)")
            .formatted(id(number), name, value));
  }

  static void location(int number, String url) {
    TestDatabase.run(
        ("INSERT INTO image_locations (image_id, value, created_at, deleted, meta_data, status)"
                + " VALUES ('%s', '%s', '2026-01-01 12:00:00', 0, '{\"store\": \"fast\"}',"
                + " 'active')")
            .formatted(id(number), url));
  }

  static void member(int number, String project, boolean canShare) {
    TestDatabase.run(
        ("INSERT INTO image_members (image_id, member, can_share, created_at, deleted, status)"
                + " VALUES ('%s', '%s', %b, '2026-01-01 12:00:00', 0, 'pending')")
            .formatted(id(number), project, canShare));
  }
}
