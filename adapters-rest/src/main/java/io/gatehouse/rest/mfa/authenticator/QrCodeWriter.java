package io.gatehouse.rest.mfa.authenticator;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Writes the enrolment of an authenticator app as a QR code. */
@Provider
@Produces({QrCodeWriter.PNG, QrCodeWriter.SVG})
public final class QrCodeWriter implements MessageBodyWriter<MfaTypeBody> {

    static final String PNG = "image/png";
    static final String SVG = "image/svg+xml";

    /** The media types of an enrolment; JSON is the default. */
    static final List<MediaType> NOTATIONS =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(PNG), MediaType.valueOf(SVG));

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MfaTypeBody.class;
    }

    @Override
    public void writeTo(
            MfaTypeBody body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        var code = QrCode.of(body.uri());
        stream.write(
                mediaType.getSubtype().equals("png") ? code.png() : code.svg().getBytes(UTF_8));
    }
}
