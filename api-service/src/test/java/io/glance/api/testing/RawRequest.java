package io.glance.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Requests whose target goes out byte for byte; HTTP clients tidy it up. */
public final class RawRequest {
  private RawRequest() {}

  /** The whole answer to a request of a persona of {@link TestCallers}. */
  public static String send(URL server, String persona, String method, String target) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          method
              + " "
              + target
              + " HTTP/1.1\r\nHost: h\r\nAccept: application/json\r\nConnection: close\r\n"
              + (method.equals("PUT") ? "Content-Length: 0\r\n" : "")
              + (persona.isEmpty() ? "" : TestCallers.HEADER + ": " + persona + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
