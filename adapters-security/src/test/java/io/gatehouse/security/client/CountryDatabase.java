package io.gatehouse.security.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the smallest databases that MaxMind's reader accepts (MaxMind DB File Format Specification 2.0). */
final class CountryDatabase {

    private static final int EMPTY = -1;
    private static final int SEPARATOR = 16;

    /** Two records per node: the number of a node, {@link #EMPTY}, or -2 minus an offset in the data. */
    private final List<int[]> tree = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** @param network an address and a prefix length, such as {@code 2001:db8::/32} */
    CountryDatabase with(String network, String country) {
        var slash = network.indexOf('/');
        var address = InetAddress.ofLiteral(network.substring(0, slash)).getAddress();
        var bits = ByteBuffer.allocate(16)
                .position(16 - address.length)
                .put(address)
                .array();
        var length = Integer.parseInt(network.substring(slash + 1)) + 8 * (16 - address.length);

        var node = 0;
        for (var depth = 0; depth < length - 1; depth++) {
            node = child(node, bit(bits, depth));
        }
        tree.get(node)[bit(bits, length - 1)] = -2 - data.size();
        data.writeBytes(map(text("country"), map(text("iso_code"), text(country))));
        return this;
    }

    Path writeTo(Path file) throws IOException {
        var out = new ByteArrayOutputStream();
        tree.forEach(node -> {
            for (var record : node) {
                out.writeBytes(bytes(pointer(record), 3));
            }
        });
        out.writeBytes(new byte[SEPARATOR]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(new byte[] {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF});
        out.writeBytes("MaxMind.com".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(metadata());
        return Files.write(file, out.toByteArray());
    }

    private int child(int node, int side) {
        var record = tree.get(node);
        if (record[side] == EMPTY) {
            record[side] = tree.size();
            tree.add(new int[] {EMPTY, EMPTY});
        }
        return record[side];
    }

    private int pointer(int record) {
        return record >= 0 ? record : tree.size() + (record == EMPTY ? 0 : SEPARATOR - 2 - record);
    }

    private byte[] metadata() {
        return map(
                text("binary_format_major_version"), uint16(2),
                text("binary_format_minor_version"), uint16(0),
                text("build_epoch"), new byte[] {0x01, 0x02, 1},
                text("database_type"), text("Country"),
                text("description"), map(),
                text("ip_version"), uint16(6),
                text("languages"), new byte[] {0x00, 0x04},
                text("node_count"), concat(new byte[] {(byte) 0xC4}, bytes(tree.size(), 4)),
                text("record_size"), uint16(24));
    }

    private static int bit(byte[] bits, int position) {
        return bits[position / 8] >> (7 - position % 8) & 1;
    }

    private static byte[] map(byte[]... keysAndValues) {
        return concat(new byte[] {(byte) (0xE0 | keysAndValues.length / 2)}, concat(keysAndValues));
    }

    private static byte[] text(String text) {
        return concat(new byte[] {(byte) (0x40 | text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] uint16(int number) {
        return concat(new byte[] {(byte) 0xA2}, bytes(number, 2));
    }

    private static byte[] bytes(int number, int length) {
        var four = ByteBuffer.allocate(4).putInt(number).array();
        return Arrays.copyOfRange(four, 4 - length, 4);
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
