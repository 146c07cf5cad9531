package io.gatehouse.rest.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.rest.request.Scope;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class RouteTest {

    @Path("/v1/things")
    static final class Things {

        @DELETE
        @Path("/{id}")
        @Endpoint(scope = Scope.ACCOUNT, limit = @Limit(none = Limit.UNDOCUMENTED))
        public void remove() {}

        @POST
        @Path("/old")
        @AliasOf("remove")
        public void oldRemove() {}

        @GET
        @AliasOf("nothing")
        public void aliasOfNothing() {}

        @GET
        public void forgotten() {}
    }

    @Test
    void a_route_is_a_verb_and_a_path() throws NoSuchMethodException {
        assertThat(route("remove"))
                .extracting(Route::verb, Route::path, Route::countedAs)
                .containsExactly("DELETE", "/v1/things/{id}", "DELETE /v1/things/{id}");
    }

    @Test
    void an_alias_has_its_own_path_and_is_counted_as_its_endpoint() throws NoSuchMethodException {
        assertThat(route("oldRemove"))
                .extracting(Route::verb, Route::path, Route::countedAs)
                .containsExactly("POST", "/v1/things/old", "DELETE /v1/things/{id}");
        assertThat(route("oldRemove").endpoint()).isEqualTo(route("remove").endpoint());
    }

    @Test
    void a_method_without_endpoint_or_with_an_unknown_alias_is_no_route() {
        assertThatThrownBy(() -> route("forgotten")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> route("aliasOfNothing")).isInstanceOf(IllegalStateException.class);
    }

    private static Route route(String method) throws NoSuchMethodException {
        return Route.of(Things.class.getMethod(method));
    }
}
