package io.glance.kit.config.option;

import java.util.List;

/** Logs, as oslo.log names them. */
final class LoggingOptions {
  private static final Section DEFAULT = Section.of("DEFAULT", Service.API, Service.REGISTRY);

  private LoggingOptions() {}

  static List<Option> options() {
    return List.of(
        DEFAULT.flag("debug", false, "Log at level DEBUG."),
        DEFAULT.flag("use_json", false, "Write log lines as JSON objects."),
        DEFAULT
            .text("log_file", "File that the log goes to besides standard output.")
            .oldName("logfile"),
        DEFAULT.text("log_dir", "Directory of log_file.").oldName("logdir"),
        DEFAULT
            .dict(
                "default_log_levels",
                "",
                "Levels of single loggers; those of Python packages say nothing here.")
            .ignored(),
        DEFAULT.flag("use_stderr", false, "Log to standard error.").ignored(),
        DEFAULT.flag("verbose", true, "Log at level INFO.").ignored(),
        DEFAULT.flag("use_syslog", false, "Log to syslog.").unsupported(),
        DEFAULT
            .flag("use_journal", false, "Log to the journal; systemd takes standard output.")
            .ignored(),
        DEFAULT.text("syslog_log_facility", "Facility of syslog.").ignored(),
        DEFAULT
            .text("log_config_append", "Python logging configuration.")
            .oldName("log_config")
            .unsupported(),
        DEFAULT.text("log_date_format", "Dates in log lines.").ignored(),
        DEFAULT.flag("watch_log_file", false, "Follow a moved log file.").ignored(),
        DEFAULT.text("logging_context_format_string", "Python log format.").ignored(),
        DEFAULT.text("logging_default_format_string", "Python log format.").ignored(),
        DEFAULT.text("logging_debug_format_suffix", "Python log format.").ignored(),
        DEFAULT.text("logging_exception_prefix", "Python log format.").ignored(),
        DEFAULT.text("logging_user_identity_format", "Python log format.").ignored(),
        DEFAULT.text("log_rotation_type", "Rotation of the log file.").or("none").ignored(),
        DEFAULT.flag("fatal_deprecations", false, "Stop on deprecations.").ignored(),
        DEFAULT.flag("publish_errors", false, "Notify about errors.").ignored(),
        DEFAULT.text("transport_url", "Message bus.").asSecret().unsupported(),
        DEFAULT
            .text("control_exchange", "Exchange of the message bus.")
            .or("openstack")
            .unsupported());
  }
}
