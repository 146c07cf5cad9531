package io.gatehouse.nativecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetadataTest {

    private final Metadata metadata = new Metadata();

    @BeforeEach
    void read() throws JsonProcessingException {
        var json = new JsonMapper();
        metadata.addReflection(json.readTree("""
                [{"name": "a.All", "allDeclaredMethods": true, "allDeclaredConstructors": false},
                 {"name": "a.Some", "methods": [{"name": "<init>"}], "fields": [{"name": "one"}]}]"""));
        metadata.addResources(json.readTree("""
                {"resources": {"includes": [{"pattern": "mail/[^/]*"}]}, "bundles": [{"name": "texts"}]}"""));
    }

    @Test
    void a_class_is_covered_by_its_name() {
        assertThat(covers("class", "a.All")).isTrue();
        assertThat(covers("class", "a.Other")).isFalse();
    }

    @Test
    void a_member_is_covered_by_a_flag_or_by_its_name() {
        assertThat(covers("method", "a.All#any")).isTrue();
        assertThat(covers("constructor", "a.All#<init>")).isFalse();
        assertThat(covers("constructor", "a.Some#<init>")).isTrue();
        assertThat(covers("field", "a.Some#one")).isTrue();
        assertThat(covers("field", "a.Some#other")).isFalse();
    }

    @Test
    void a_resource_is_covered_by_a_pattern_or_a_bundle() {
        assertThat(covers("resource", "mail/layout.txt")).isTrue();
        assertThat(covers("resource", "mail/deeper/layout.txt")).isFalse();
        assertThat(covers("resource", "texts_de.properties")).isTrue();
        assertThat(covers("resource", "texts.html")).isFalse();
    }

    private boolean covers(String kind, String name) {
        return metadata.covers(new Lookup(kind, name, "-", "-", "-"));
    }
}
