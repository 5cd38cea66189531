package io.glance.api.v2.image;

import io.glance.api.data.ImageData;
import io.glance.api.data.ImageStream;
import io.glance.store.spi.StoreException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends an image's bytes: files by the kernel without copying, other bytes as fast as the client
 * takes them. Where bytes fail on the way the connection is cut, so that nobody takes a part for
 * the whole (REL-10).
 */
@Provider
public class ImageDataWriter implements ServerMessageBodyWriter<ImageData.Bytes> {
  private static final Logger LOG = Logger.getLogger(ImageDataWriter.class);
  private static final int CHUNK = 128 * 1024;
  private static final long SLOWEST_CHUNK_SECONDS = 60;

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return ImageData.Bytes.class.isAssignableFrom(type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return ImageData.Bytes.class.isAssignableFrom(type);
  }

  @Override
  public void writeResponse(ImageData.Bytes bytes, Type genericType, ServerRequestContext context) {
    if (bytes.content() instanceof ImageData.FileContent file) {
      sendFile(bytes, file, context);
    } else if (bytes.content() instanceof ImageData.StreamContent stream) {
      try (ImageStream open = stream.stream()) {
        send(bytes, open, context.serverResponse());
      }
    }
  }

  private static void sendFile(
      ImageData.Bytes bytes, ImageData.FileContent file, ServerRequestContext context) {
    HttpServerResponse response =
        ((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class).response();
    response
        .sendFile(file.file().toString(), bytes.range().start(), bytes.range().length())
        .onFailure(
            failure -> {
              if (!response.closed()) {
                LOG.warnf("a download was cut: %s", failure.getMessage());
                response.reset();
              }
            });
  }

  private static void send(ImageData.Bytes bytes, ImageStream stream, ServerHttpResponse response) {
    try {
      // the headers of the answer are written with the first bytes, too late for Vert.x's check
      response.setResponseHeader(
          HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.range().length()));
      long position = bytes.range().start();
      long end = position + bytes.range().length();
      byte[][] chunks = {new byte[CHUNK], new byte[CHUNK]};
      CompletionStage<Void> pending = null;
      for (int turn = 0; position < end; turn ^= 1) {
        ByteBuffer buffer = ByteBuffer.wrap(chunks[turn], 0, (int) Math.min(CHUNK, end - position));
        position += fill(buffer, stream, position);
        await(pending);
        pending = response.write(sized(chunks[turn], buffer.position()));
      }
      await(pending);
      response.end();
    } catch (StoreException | IOException e) {
      LOG.warnf("a download was cut: %s", e.getMessage());
      response.reset();
    }
  }

  private static int fill(ByteBuffer buffer, ImageStream stream, long position)
      throws StoreException {
    while (buffer.hasRemaining()) {
      stream.read(buffer, position + buffer.position());
    }
    return buffer.position();
  }

  private static byte[] sized(byte[] chunk, int length) {
    return length == chunk.length ? chunk : Arrays.copyOf(chunk, length);
  }

  private static void await(@Nullable CompletionStage<Void> pending) throws IOException {
    if (pending == null) {
      return;
    }
    try {
      pending.toCompletableFuture().get(SLOWEST_CHUNK_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("the client takes nothing", e);
    } catch (ExecutionException e) {
      throw new IOException("the client is gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the service is stopping", e);
    }
  }

  @Override
  public void writeTo(
      ImageData.Bytes bytes,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> httpHeaders,
      OutputStream entityStream) {
    throw new UnsupportedOperationException("images are sent by writeResponse");
  }
}
