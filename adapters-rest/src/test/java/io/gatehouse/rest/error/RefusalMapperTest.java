package io.gatehouse.rest.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.application.ConcurrentChangeException;
import io.gatehouse.application.UnavailableException;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.AddressInUse;
import io.gatehouse.domain.Refusal.AuthMethodIsOff;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.BodyTooLarge;
import io.gatehouse.domain.Refusal.ChallengeRequired;
import io.gatehouse.domain.Refusal.EmailAlreadyVerified;
import io.gatehouse.domain.Refusal.EmailIsDisposable;
import io.gatehouse.domain.Refusal.EmailIsFree;
import io.gatehouse.domain.Refusal.EmailIsNotCanonical;
import io.gatehouse.domain.Refusal.EmailIsNotCorporate;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.EmailNotVerified;
import io.gatehouse.domain.Refusal.FactorIsOff;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.InvalidQuery;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.JwtAndSessionPresented;
import io.gatehouse.domain.Refusal.JwtCreationDenied;
import io.gatehouse.domain.Refusal.JwtIsInvalid;
import io.gatehouse.domain.Refusal.KeyHasExpired;
import io.gatehouse.domain.Refusal.KeyHasNoUser;
import io.gatehouse.domain.Refusal.KeyIsUnknown;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.MoreFactorsRequired;
import io.gatehouse.domain.Refusal.Overloaded;
import io.gatehouse.domain.Refusal.PasswordHasPersonalData;
import io.gatehouse.domain.Refusal.PasswordMismatch;
import io.gatehouse.domain.Refusal.PasswordRecentlyUsed;
import io.gatehouse.domain.Refusal.PhoneAlreadyExists;
import io.gatehouse.domain.Refusal.PhoneAlreadyVerified;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.PhoneNotVerified;
import io.gatehouse.domain.Refusal.ProjectIdMissing;
import io.gatehouse.domain.Refusal.ProjectNotFound;
import io.gatehouse.domain.Refusal.RateLimitExceeded;
import io.gatehouse.domain.Refusal.RecoveryCodesAlreadyExist;
import io.gatehouse.domain.Refusal.RecoveryCodesNotFound;
import io.gatehouse.domain.Refusal.RestIsOff;
import io.gatehouse.domain.Refusal.RouteNotFound;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.ServiceIsOff;
import io.gatehouse.domain.Refusal.SessionAlreadyExists;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.Refusal.UnknownOrigin;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.json.Json;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalMapperTest {

    private final RefusalMapper mapper = new RefusalMapper(RestFixtures.SETTINGS);

    @Test
    void an_error_body_has_its_fields_in_order() throws IOException {
        var answer = answer(new ScopeMissing("User", "guests", "account"));
        assertThat(Json.WRITER.writeValueAsString(answer.getEntity()))
                .isEqualTo("{\"message\":\"User (role: guests) missing scope (account)\",\"code\":401,"
                        + "\"type\":\"general_unauthorized_scope\",\"version\":\"1.9.6\"}");
    }

    @ParameterizedTest
    @MethodSource
    void every_refusal_has_the_status_and_type_of_the_api(Refusal refusal, int status, String type) {
        assertThat(answer(refusal).getStatus()).isEqualTo(status);
        assertThat(answer(refusal).getEntity())
                .extracting(ErrorBody::code, ErrorBody::type)
                .containsExactly(status, type);
    }

    static Stream<Arguments> every_refusal_has_the_status_and_type_of_the_api() {
        return Stream.of(
                arguments(new InvalidArgument("email", "must be given"), 400, "general_argument_invalid"),
                arguments(new InvalidQuery("limit"), 400, "general_query_invalid"),
                arguments(new AddressInUse(), 400, "general_bad_request"),
                arguments(new MailIsOff(), 503, "general_smtp_disabled"),
                arguments(new SmsIsOff(), 503, "general_phone_disabled"),
                arguments(new ScopeMissing("User", "guests", "account"), 401, "general_unauthorized_scope"),
                arguments(new UnknownOrigin(), 403, "general_unknown_origin"),
                arguments(new ServiceIsOff(), 403, "general_service_disabled"),
                arguments(new RestIsOff(), 403, "general_api_disabled"),
                arguments(new RouteNotFound(), 404, "general_route_not_found"),
                arguments(new RateLimitExceeded(), 429, "general_rate_limit_exceeded"),
                arguments(new ProjectNotFound(), 404, "project_not_found"),
                arguments(new ProjectIdMissing(), 403, "project_id_missing"),
                arguments(new KeyHasExpired(), 401, "project_key_expired"),
                arguments(new KeyIsUnknown(), 401, "user_unauthorized"),
                arguments(new KeyHasNoUser(), 401, "user_unauthorized"),
                arguments(new UserCountExceeded(), 400, "user_count_exceeded"),
                arguments(new UserAlreadyExists(), 409, "user_already_exists"),
                arguments(new PhoneAlreadyExists(), 409, "user_phone_already_exists"),
                arguments(new TargetAlreadyExists(), 409, "user_target_already_exists"),
                arguments(new UserIsBlocked(), 403, "user_blocked"),
                arguments(new UserNotFound(), 404, "user_not_found"),
                arguments(new InvalidCredentials(), 401, "user_invalid_credentials"),
                arguments(new InvalidToken(), 401, "user_invalid_token"),
                arguments(new JwtIsInvalid(), 401, "user_jwt_invalid"),
                arguments(new JwtAndSessionPresented(), 403, "user_jwt_and_cookie_set"),
                arguments(new JwtCreationDenied(), 403, "user_jwt_creation_denied"),
                arguments(new SessionAlreadyExists(), 401, "user_session_already_exists"),
                arguments(new MoreFactorsRequired(false), 401, "user_more_factors_required"),
                arguments(new ChallengeRequired(), 401, "user_challenge_required"),
                arguments(new FactorIsOff("custom"), 501, "user_auth_method_unsupported"),
                arguments(new AuthenticatorNotFound(), 404, "user_authenticator_not_found"),
                arguments(new AuthenticatorAlreadyVerified(), 409, "user_authenticator_already_verified"),
                arguments(new RecoveryCodesNotFound(), 404, "user_recovery_codes_not_found"),
                arguments(new RecoveryCodesAlreadyExist(), 409, "user_recovery_codes_already_exists"),
                arguments(new TargetNotFound(), 404, "user_target_not_found"),
                arguments(new SessionNotFound(), 404, "user_session_not_found"),
                arguments(new PasswordMismatch(), 400, "user_password_mismatch"),
                arguments(new PasswordRecentlyUsed(), 400, "password_recently_used"),
                arguments(new PasswordHasPersonalData(), 400, "password_personal_data"),
                arguments(new EmailIsDisposable(), 400, "user_email_disposable"),
                arguments(new EmailIsNotCanonical(), 400, "user_email_not_canonical"),
                arguments(new EmailIsFree(), 400, "user_email_free"),
                arguments(new EmailIsNotCorporate(), 400, "user_email_not_corporate"),
                arguments(new EmailNotFound(), 400, "user_email_not_found"),
                arguments(new EmailNotVerified(), 400, "user_email_not_verified"),
                arguments(new EmailAlreadyVerified(), 409, "user_email_already_verified"),
                arguments(new PhoneNotFound(), 400, "user_phone_not_found"),
                arguments(new PhoneNotVerified(), 400, "user_phone_not_verified"),
                arguments(new PhoneAlreadyVerified(), 409, "user_phone_already_verified"),
                arguments(new AuthMethodIsOff(), 501, "user_auth_method_unsupported"));
    }

    @Test
    void the_message_of_an_invalid_argument_contains_its_name_and_rule() {
        assertThat(answer(new InvalidArgument("email", "must be a valid email address"))
                        .getEntity()
                        .message())
                .isEqualTo("Invalid `email` param: it must be a valid email address.");
    }

    @Test
    void the_message_for_a_key_without_a_user_differs_from_that_for_an_unknown_key() {
        assertThat(answer(new KeyHasNoUser()).getEntity().message())
                .isNotEqualTo(answer(new KeyIsUnknown()).getEntity().message());
    }

    @Test
    void the_list_contains_every_refusal() {
        var listed = every_refusal_has_the_status_and_type_of_the_api()
                .map(row -> Objects.requireNonNull(row.get()[0]).getClass());
        assertThat(Stream.concat(listed, Stream.of(BodyTooLarge.class, Overloaded.class)))
                .containsExactlyInAnyOrder(everyRefusal());
    }

    private static Class<?>[] everyRefusal() {
        return Arrays.stream(Refusal.class.getPermittedSubclasses())
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .toArray(Class<?>[]::new);
    }

    @Test
    void too_large_a_body_is_an_invalid_argument_with_status_413() {
        assertThat(answer(new BodyTooLarge(5)).getEntity())
                .extracting(ErrorBody::code, ErrorBody::type)
                .containsExactly(413, "general_argument_invalid");
    }

    @Test
    void an_error_is_not_cacheable() {
        var headers = answer(new UserIsBlocked()).getHeaders();
        assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-cache, no-store, must-revalidate");
        assertThat(headers.getFirst("Expires")).isEqualTo("0");
        assertThat(headers.getFirst("Pragma")).isEqualTo("no-cache");
    }

    @Test
    void overload_conflict_and_unavailability_are_answered_with_retry_after() {
        assertBusy(answer(new Overloaded(Duration.ofSeconds(3))), 3);
        assertBusy(answer(new Overloaded(Duration.ofMillis(300))), 1);
        assertBusy(mapper.serviceUnavailable(new ConcurrentChangeException()), 1);
        assertBusy(mapper.serviceUnavailable(new UnavailableException("database", new IOException())), 1);
    }

    @Test
    void a_method_not_allowed_is_answered_as_an_unknown_route() {
        var refused = new NotAllowedException(Response.status(405).build());
        assertThat(mapper.answer(refused).getEntity())
                .extracting(ErrorBody::code, ErrorBody::type)
                .containsExactly(404, "general_route_not_found");
    }

    @Test
    void an_unexpected_exception_is_answered_without_details() {
        var answer = mapper.internalError(new IllegalStateException("select * from secrets"));
        assertThat(answer.getEntity())
                .isEqualTo(new ErrorBody("An unknown error has occurred.", 500, "general_unknown", "1.9.6"));
    }

    private RestResponse<ErrorBody> answer(Refusal refusal) {
        return mapper.answer(new RefusedException(refusal));
    }

    private static void assertBusy(RestResponse<ErrorBody> answer, long seconds) {
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getEntity().type()).isEqualTo("general_server_error");
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo(seconds);
    }
}
