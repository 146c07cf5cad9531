package io.gatehouse.rest.origin;

import static io.gatehouse.rest.RestFixtures.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private final Origins origins = new Origins(List.of("Gatehouse.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "http://APP.example.com:8080",
                "chrome-extension://app.example.com",
                "tauri://localhost",
                "capacitor://localhost",
                "ionic://localhost",
                "http://localhost:1",
                "http://localhost:65535",
                "https://a.example.org",
                "https://a.b.example.org",
                "https://gatehouse.example",
                "http://localhost:3000",
                "http://127.0.0.1:3000",
                "http://[::1]:3000",
                "exp://192.168.0.7:8081",
                "appwrite-callback-demo://",
                "appwrite-ios://com.example.app"
            })
    void known_pages_and_apps_are_allowed(String origin) {
        assertThat(origins.allow(origin, PROJECT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.com",
                "https://example.com",
                "https://example.org",
                "https://evilexample.org",
                "https://app.example.com.evil.com",
                "https://app.example.com@evil.com",
                "https://evil.com#app.example.com",
                "https://evil.com\\app.example.com",
                "http://127.0.0.2",
                "http://127.1",
                "http://[::ffff:127.0.0.1]",
                "http://",
                "null",
                "app.example.com",
                "://app.example.com",
                "appwrite-android://com.example.app",
                "appwrite-callback-other://",
                "file:///etc/passwd",
                "https://x y.example.org",
                "capacitor://evil.com",
                "ionic://",
                "http://localhost:65536",
                "http://localhost:",
                "http://localhost:0",
                "http://localhost:00080",
                "http://localhost:-1",
                "http://localhost:+80",
                "http://localhost:80x",
                "http://localhost:80:80",
                "http://[::1]:99999",
                "capacitor://localhost:99999",
                "exp://192.168.0.7:0",
                "appwrite-ios://com.example.app:99999",
                "http://localhost:99999",
                "http://localhost:\u0668\u0660"
            })
    void other_origins_are_refused(String origin) {
        assertThat(origins.allow(origin, PROJECT)).isFalse();
    }

    @Test
    void without_a_project_only_origins_of_the_service_are_allowed() {
        assertThat(origins.allow("https://gatehouse.example", null)).isTrue();
        assertThat(origins.allow("https://app.example.com", null)).isFalse();
        assertThat(origins.allow("appwrite-ios://com.example.app", null)).isFalse();
    }

    @Test
    void an_empty_list_allows_nothing() {
        assertThat(new Origins(List.of()).allow("http://localhost", null)).isFalse();
    }

    @Test
    void a_star_allows_every_host_of_valid_length_and_loopback_addresses() {
        var open = new Origins(List.of("*"));
        assertThat(open.allow("https://anything.example", null)).isTrue();
        assertThat(open.allow("http://[::1]", null)).isTrue();
        assertThat(open.allow("http://[2001:db8::1]", null)).isFalse();
        assertThat(open.allow("https://" + "a".repeat(254), null)).isFalse();
        assertThat(open.allow("https://", null)).isFalse();
    }
}
