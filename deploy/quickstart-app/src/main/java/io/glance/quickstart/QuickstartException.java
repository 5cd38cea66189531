package io.glance.quickstart;

/** What stops the quickstart, in words for its user. */
final class QuickstartException extends RuntimeException {
  QuickstartException(String message) {
    super(message, null, false, false);
  }
}
