package io.glance.api.v2.image;

import io.glance.api.data.ImageData;
import io.glance.api.data.ImageDownloader;
import io.glance.api.data.ImageUploader;
import io.glance.api.data.RangeHeaders;
import io.glance.api.data.Upload;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The bytes of images: {@code /v2/images/{id}/file}. */
@Path("/v2/images/{id}/file")
@Blocking
public class ImageDataResource {
  private static final String SIZE_HEADER = "x-openstack-image-size";
  private static final String STORE_HEADER = "x-image-meta-store";

  private final ImageUploader uploader;
  private final ImageDownloader downloader;

  ImageDataResource(ImageUploader uploader, ImageDownloader downloader) {
    this.uploader = uploader;
    this.downloader = downloader;
  }

  /** Takes the image's bytes. */
  @PUT
  public Response upload(
      @PathParam("id") String id, InputStream body, @Context HttpHeaders headers) {
    requireOctets(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    uploader.upload(
        new Upload(id, body, announcedSize(headers), headers.getHeaderString(STORE_HEADER)));
    return Response.noContent().build();
  }

  /** Sends the image's bytes; {@code Accept} is ignored (DOWN-15). */
  @GET
  public Response download(
      @PathParam("id") String id,
      @QueryParam("prefer") @Nullable String prefer,
      @Context HttpHeaders headers) {
    RangeHeaders wanted =
        new RangeHeaders(
            headers.getHeaderString("Range"), headers.getHeaderString("Content-Range"));
    ImageData data = downloader.download(id, wanted, prefer);
    if (data instanceof ImageData.Bytes bytes) {
      return answer(bytes);
    }
    return Response.noContent().build();
  }

  private static Response answer(ImageData.Bytes bytes) {
    long start = bytes.range().start();
    long length = bytes.range().length();
    Response.ResponseBuilder response =
        Response.status(bytes.partial() ? 206 : 200)
            .type(MediaType.APPLICATION_OCTET_STREAM_TYPE)
            .header(HttpHeaders.CONTENT_LENGTH, length)
            .entity(bytes);
    if (bytes.partial()) {
      response.header(
          "Content-Range", "bytes " + start + "-" + (start + length - 1) + "/" + bytes.size());
    }
    if (bytes.checksum() != null) {
      response.header("Content-MD5", bytes.checksum());
    }
    return response.build();
  }

  private static void requireOctets(@Nullable String contentType) {
    String bare =
        contentType == null
            ? "None"
            : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!bare.equals(MediaType.APPLICATION_OCTET_STREAM)) {
      throw new GlanceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Invalid content type " + bare);
    }
  }

  /** The header wins over the length of the body; a length of 0 is unknown, as in Glance. */
  private static OptionalLong announcedSize(HttpHeaders headers) {
    String announced = headers.getHeaderString(SIZE_HEADER);
    String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    OptionalLong size =
        announced == null
            ? number(length, HttpHeaders.CONTENT_LENGTH)
            : number(announced, SIZE_HEADER);
    return size.isPresent() && size.getAsLong() == 0 && announced == null
        ? OptionalLong.empty()
        : size;
  }

  private static OptionalLong number(@Nullable String text, String header) {
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.strip().matches("\\d{1,18}")) {
      throw GlanceException.badRequest("Header " + header + " is not a number of bytes.");
    }
    return OptionalLong.of(Long.parseLong(text.strip()));
  }
}
