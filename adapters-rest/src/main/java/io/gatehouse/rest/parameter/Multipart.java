package io.gatehouse.rest.parameter;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import java.io.IOException;

/** Parses {@code multipart/form-data}. Files are ignored: no endpoint accepts any. */
final class Multipart {

    private Multipart() {}

    static Parameters parse(String contentType, byte[] body) throws IOException {
        var request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        try {
            return parse(request);
        } catch (RuntimeException malformed) {
            throw new IOException("malformed multipart/form-data", malformed);
        }
    }

    private static Parameters parse(DefaultFullHttpRequest request) throws IOException {
        var decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
        try {
            var formFields = new FormFields();
            for (var part : decoder.getBodyHttpDatas()) {
                if (part instanceof Attribute field) {
                    formFields.add(field.getName(), Form.utf8(field.get()));
                }
            }
            return formFields.toParameters();
        } finally {
            decoder.destroy();
        }
    }
}
