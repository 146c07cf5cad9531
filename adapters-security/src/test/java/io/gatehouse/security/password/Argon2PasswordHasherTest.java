package io.gatehouse.security.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.account.PasswordHasherContract;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest extends PasswordHasherContract {

    private static final PlainPassword PASSWORD = new PlainPassword("correct horse battery staple");
    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
    private static final Duration PATIENT = Duration.ofHours(1);

    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(CHEAP, 1, 1, PATIENT);
    private final Argon2PasswordHasher stronger = new Argon2PasswordHasher(new Argon2Cost(64, 2, 1), 1, 1, PATIENT);

    @AfterEach
    void close() {
        hasher.close();
        stronger.close();
    }

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Override
    protected PasswordHasher strongerHasher() {
        return stronger;
    }

    /** A closed hasher refuses every call, like one whose queue is full, but for the whole test. */
    @Override
    protected PasswordHasher overloadedHasher() {
        var closed = new Argon2PasswordHasher(CHEAP, 1, 1, PATIENT);
        closed.close();
        return closed;
    }

    @Test
    void the_same_password_never_hashes_to_the_same_text() {
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(hasher.hash(PASSWORD));
    }

    @Test
    void a_hash_is_a_phc_string_with_its_parameters() {
        assertThat(hasher.hash(PASSWORD).value())
                .matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1,n=nfc\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** A test vector of the reference implementation. */
    @Test
    void hashes_of_other_implementations_are_understood() {
        var hash = new PasswordHash(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
        assertThat(hasher.matches(new PlainPassword("password"), hash)).isTrue();
        assertThat(hasher.isOutdated(hash)).isTrue();
    }

    /** Arabic, Persian, Thai, Devanagari and Adlam digits; the last are beyond 16 bits. */
    @ParameterizedTest
    @ValueSource(ints = {0x660, 0x6F0, 0xE50, 0x966, 0x1E950})
    void a_hash_whose_costs_are_in_other_digits_matches_its_password_and_is_outdated(int zero) {
        var hash = withDigits(hasher.hash(PASSWORD), zero);

        assertThat(hash.value()).doesNotContain("m=64,t=1,p=1");
        assertThat(hasher.matches(PASSWORD, hash)).isTrue();
        assertThat(hasher.matches(new PlainPassword("wrong horse battery staple"), hash))
                .isFalse();
        assertThat(hasher.isOutdated(hash)).isTrue();
    }

    private static PasswordHash withDigits(PasswordHash hash, int zero) {
        var costs = "m=64,t=1,p=1";
        var written = costs.chars()
                .map(c -> Character.isDigit(c) ? zero + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return new PasswordHash(hash.value().replace(costs, written));
    }

    @Test
    void an_earlier_hash_matches_the_password_as_it_was_sent_and_is_outdated() {
        var earlier = earlierHash("cre\u0300me bru\u0302le\u0301e");
        assertThat(hasher.matches(new PlainPassword("cre\u0300me bru\u0302le\u0301e"), earlier))
                .isTrue();
        assertThat(hasher.matches(new PlainPassword("creme brulee"), earlier)).isFalse();
        assertThat(hasher.isOutdated(earlier)).isTrue();
    }

    @Test
    void an_earlier_hash_of_the_composed_form_matches_both_forms() {
        var earlier = earlierHash("cr\u00E8me br\u00FBl\u00E9e");
        assertThat(hasher.matches(new PlainPassword("cr\u00E8me br\u00FBl\u00E9e"), earlier))
                .isTrue();
        assertThat(hasher.matches(new PlainPassword("cre\u0300me bru\u0302le\u0301e"), earlier))
                .isTrue();
    }

    @Test
    void a_hash_of_the_composed_form_matches_no_other_text() {
        var marked = earlierHash("cre\u0300me bru\u0302le\u0301e").value().replace("p=1$", "p=1,n=nfc$");
        assertThat(hasher.matches(new PlainPassword("cre\u0300me bru\u0302le\u0301e"), new PasswordHash(marked)))
                .isFalse();
    }

    /** As it was made before passwords were composed. */
    private static PasswordHash earlierHash(String password) {
        var salt = "sixteen bytes ok".getBytes(StandardCharsets.UTF_8);
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(CHEAP.memoryKib())
                .withIterations(CHEAP.iterations())
                .withParallelism(CHEAP.parallelism())
                .withSalt(salt)
                .build());
        var tag = new byte[32];
        argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), tag);
        var base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(
                "$argon2id$v=19$m=64,t=1,p=1$" + base64.encodeToString(salt) + "$" + base64.encodeToString(tag));
    }

    @Test
    void calls_beyond_the_queue_are_refused_and_all_others_succeed() {
        var calls = atOnce(20);

        var served = calls.stream().filter(call -> call.state() == State.SUCCESS);
        var refused = calls.stream().filter(call -> call.state() == State.FAILED);
        assertThat(served).hasSizeGreaterThanOrEqualTo(2);
        assertThat(refused).isNotEmpty().extracting(Future::exceptionNow).allSatisfy(e -> assertThat(e)
                .hasMessageContaining("Overloaded")
                .isInstanceOf(RefusedException.class));
    }

    /** Calls a hasher with one thread and a queue of one. */
    private static List<Future<PasswordHash>> atOnce(int calls) {
        try (var busy = new Argon2PasswordHasher(Argon2Cost.OWASP, 1, 1, PATIENT);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return Stream.generate(() -> callers.submit(() -> busy.hash(PASSWORD)))
                    .limit(calls)
                    .toList();
        }
    }

    /** With a negative limit, every call has waited too long by the time it is its turn, however fast the machine. */
    @Test
    void calls_that_have_waited_too_long_are_refused() {
        try (var slow = new Argon2PasswordHasher(CHEAP, 1, 1, Duration.ofNanos(-1))) {
            assertThatThrownBy(() -> slow.hash(PASSWORD))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("Overloaded");
            assertThatThrownBy(() -> slow.matches(PASSWORD, null)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void a_closed_hasher_refuses_every_call() {
        hasher.close();
        assertThatThrownBy(() -> hasher.hash(PASSWORD)).isInstanceOf(RefusedException.class);
    }

    @Test
    void parameters_below_those_of_the_rfc_are_not_accepted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(7, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(64, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(64, 1, 0));
    }
}
