package io.glance.kit.config.option;

/** The program that reads the settings. */
public enum Service {
  API("glance-api"),
  REGISTRY("glance-registry"),
  MANAGE("glance-manage");

  private final String program;

  Service(String program) {
    this.program = program;
  }

  /** Name of the command and of its file in {@code /etc/glance}. */
  public String program() {
    return program;
  }

  /** The service of a program name; the api where the name is unknown. */
  public static Service ofProgram(String program) {
    for (Service service : values()) {
      if (service.program.equals(program)) {
        return service;
      }
    }
    return API;
  }
}
