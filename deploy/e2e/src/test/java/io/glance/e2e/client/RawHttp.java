package io.glance.e2e.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A connection that sends what it is given, byte for byte. The caller closes it. */
public final class RawHttp implements AutoCloseable {
  private static final int EXCERPT = 64 * 1024;

  private final Socket socket;

  /** Connects. */
  public RawHttp(URI root, Duration patience) throws IOException {
    socket = new Socket();
    socket.connect(new InetSocketAddress(root.getHost(), root.getPort()), 10_000);
    socket.setSoTimeout((int) patience.toMillis());
    socket.setTcpNoDelay(true);
  }

  /** A request's head with the caller's identity, Host and the empty line. */
  public static String head(String requestLine, Map<String, String> identity, String... headers) {
    StringBuilder head = new StringBuilder(requestLine).append("\r\nHost: localhost\r\n");
    identity.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  /** Sends bytes. */
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends text, one byte a character. */
  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * The status of the next answer, skipping empty lines; 0 where the connection was closed without
   * one.
   *
   * @throws SocketTimeoutException where no answer came in time
   */
  public int status() throws IOException {
    InputStream in = socket.getInputStream();
    String line = line(in);
    while (line.equals("\r")) {
      line = line(in);
    }
    String[] words = line.split(" ", 3);
    return words.length > 1 ? Integer.parseInt(words[1]) : 0;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n' && line.size() < EXCERPT; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** Breaks the connection off with a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
