package io.glance.kit.config.option;

import java.util.List;

/** Tasks (CFG-04). */
final class TaskOptions {
  private static final Section TASK = Section.of("task", Service.API);
  private static final Section EXECUTOR = Section.of("taskflow_executor", Service.API);
  private static final Section WSGI = Section.of("wsgi", Service.API);

  private TaskOptions() {}

  static List<Option> options() {
    return List.of(
        TASK.integer("task_time_to_live", 48, "Hours that a finished task is shown.")
            .oldName("DEFAULT", "task_time_to_live")
            .unsupported(),
        TASK.text("task_executor", "How tasks run; always in the service here.")
            .or("taskflow")
            .ignored(),
        TASK.text("work_dir", "Directory for data being converted.").unsupported(),
        EXECUTOR
            .text("engine_mode", "How the steps of a task run.")
            .or("parallel")
            .choices("serial", "parallel")
            .ignored(),
        EXECUTOR
            .integer("max_workers", 10, "Tasks that run at the same time.")
            .min(1)
            .oldName("task", "eventlet_executor_pool_size")
            .unsupported(),
        EXECUTOR
            .text("conversion_format", "Format that imported images are converted to.")
            .choices("qcow2", "raw", "vmdk")
            .unsupported(),
        WSGI.integer("task_pool_threads", 16, "Threads of background work.").min(1).unsupported(),
        WSGI.text("python_interpreter", "Path of the Python interpreter.").ignored());
  }
}
