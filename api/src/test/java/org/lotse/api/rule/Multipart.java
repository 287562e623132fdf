package org.lotse.api.rule;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.lotse.api.testing.Client;

/** A form with files, as a browser or curl sends it. */
final class Multipart {
    private static final String BOUNDARY = "----lotse-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart file(String path, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + path
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    Client.Answer send(Client client, String path) {
        write("--" + BOUNDARY + "--\r\n");
        return client.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
