package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.DiffersFromPeer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxDownloadIT extends BlackBox {
  private static final int SIZE = 1000;

  @Test
  @DisplayName("DOWN-02 ERR-07: an image without data answers 204")
  void anImageWithoutDataAnswers204() {
    Reply reply = owner.download(owner.image()).expect(204);
    assertThat(reply.body()).isEmpty();
    owner.download("nope").expect(404);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9,0,9",
    "bytes=10-19,10,19",
    "bytes=999-999,999,999",
    "bytes=990-,990,999",
    "bytes=0-,0,999",
    "bytes=-10,990,999",
    "bytes=900-5000,900,999",
    "bytes=0-999,0,999",
  })
  @DisplayName("DOWN-03: a range answers 206 with its bytes, clamped at the end")
  void aRangeAnswers206(String range, int first, int last) {
    byte[] data = data(SIZE);
    String id = owner.active(data);
    Reply reply = ranged(id, "Range", range).expect(206);
    assertThat(reply.header("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/1000");
    assertThat(reply.header("Content-Length")).isEqualTo(String.valueOf(last - first + 1));
    assertThat(reply.header("Content-MD5")).isEqualTo(owner.show(id).path("checksum").asText());
    assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(data, first, last + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DOWN-04|bytes=0-1,5-6|400",
        "DOWN-05|bytes=9-5|416",
        "DOWN-05|bytes=1000-|416",
        "DOWN-05|bytes=1000-1001|416",
        "DOWN-05|bytes=x-y|416",
        "DOWN-05|bytes|416",
        "DOWN-05|lines=0-5|416",
        "DOWN-05|bytes=5|416",
      })
  @DisplayName("DOWN-04 DOWN-05: several ranges answer 400, impossible ones 416")
  void impossibleRangesAreRefused(String row, String range, int status) {
    ranged(owner.active(data(SIZE)), "Range", range).expect(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes 0-9/*|0|9",
        "bytes 10-19/1000|10|19",
        "bytes 0-999/*|0|999",
      })
  @DisplayName("DOWN-06: Content-Range of a request works like Range")
  void contentRangeWorksLikeRange(String range, int first, int last) {
    byte[] data = data(SIZE);
    Reply reply = ranged(owner.active(data), "Content-Range", range).expect(206);
    assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(data, first, last + 1));
    assertThat(reply.header("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/1000");
  }

  @Test
  @DisplayName("DOWN-06: Range wins over Content-Range")
  void rangeWinsOverContentRange() {
    byte[] data = data(SIZE);
    String id = owner.active(data);
    Reply reply =
        owner
            .call("GET", Actor.file(id))
            .header("Range", "bytes=0-1")
            .header("Content-Range", "bytes 5-9/*")
            .send()
            .expect(206);
    assertThat(reply.body()).isEqualTo(Arrays.copyOf(data, 2));
  }

  @Test
  @DisplayName("DOWN-06: a Content-Range beyond the end answers 416")
  void aContentRangeBeyondTheEndAnswers416() {
    ranged(owner.active(data(SIZE)), "Content-Range", "bytes 0-5000/*").expect(416);
  }

  @Test
  @DisplayName("DOWN-07: a range of an image without data answers 204")
  @DiffersFromPeer("DOWN-07: the peer answers 500 or breaks the connection")
  void aRangeWithoutDataAnswers204() {
    ranged(owner.image(), "Range", "bytes=0-9").expect(204);
  }

  @Test
  @DisplayName("DOWN-08: a deactivated image can't be downloaded by its owner, ranges included")
  void aDeactivatedImageCannotBeDownloaded() {
    String id = as(Persona.MEMBER).active(data(SIZE));
    owner.act(id, "deactivate").expect(204);
    owner.download(id).expect(403);
    ranged(id, "Range", "bytes=0-9").expect(403);
  }

  @Test
  @DisplayName("DOWN-09 POL-07: readers may not download, members may what they see")
  void readersMayNotDownload() {
    String id = as(Persona.MEMBER).active(data(5));
    as(Persona.READER).download(id).expect(403);
    stranger().download(id).expect(404);
    owner
        .post("/v2/images/" + id + "/members", Map.of("member", stranger().projectText()))
        .expect(200);
    stranger().download(id).expect(200);
    stranger().download(owner.active(data(5), "visibility", "community")).expect(200);
    stranger().download(admin().active(data(5), "visibility", "public")).expect(200);
    admin().download(owner.active(data(5), "visibility", "private")).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file2", "file2,file"})
  @DisplayName("DOWN-11: preferred stores are tried first, others after them")
  void preferredStoresAreTriedFirst(String stores) {
    byte[] data = data(SIZE);
    Reply reply = owner.get(Actor.file(owner.active(data)) + "?prefer=" + stores).expect(200);
    assertThat(reply.body()).isEqualTo(data);
  }

  @Test
  @DisplayName("DOWN-11: an unknown preferred store answers 400")
  @DiffersFromPeer("DOWN-11: Zed doesn't know ?prefer=")
  void anUnknownPreferredStoreAnswers400() {
    owner.get(Actor.file(owner.active(data(3))) + "?prefer=attic").expect(400);
  }

  @Test
  @DisplayName("DOWN-15: Accept plays no part")
  void acceptPlaysNoPart() {
    String id = owner.active(data(5));
    for (String accept : new String[] {"application/json", "text/html", "image/png"}) {
      Reply reply = owner.call("GET", Actor.file(id)).header("Accept", accept).send().expect(200);
      assertThat(reply.header("Content-Type")).isEqualTo("application/octet-stream");
    }
  }

  private Reply ranged(String id, String header, String range) {
    return owner.call("GET", Actor.file(id)).header(header, range).send();
  }
}
