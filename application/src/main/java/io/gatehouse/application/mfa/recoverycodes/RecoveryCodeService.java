package io.gatehouse.application.mfa.recoverycodes;

import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.inventory.EnrolledFactors.RecoveryCodeSet;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand.SpendRecoveryCode;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent.RecoveryCodesCreated;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes recovery codes, shows them again, and accepts each of them once. */
public final class RecoveryCodeService {

    /** As many as the API hands out at once. */
    private static final int HOW_MANY = 6;

    /** As {@link Secrets#nextRecoveryCode()} makes them. */
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{10}");

    private final Secrets secrets;
    private final CodeDigests digests;
    private final SecretEncryption encryption;
    private final SecurityNotices securityNotices;
    private final Ids ids;

    public RecoveryCodeService(
            Secrets secrets,
            CodeDigests digests,
            SecretEncryption encryption,
            SecurityNotices securityNotices,
            Ids ids) {
        this.secrets = secrets;
        this.digests = digests;
        this.encryption = encryption;
        this.securityNotices = securityNotices;
        this.ids = ids;
    }

    /** A set that was just made, with its codes in clear: for its owner. */
    record NewSet(RecoveryCodesCreated created, List<Secret> codes) {}

    public static boolean isRecoveryCode(Secret typed) {
        return SHAPE.matcher(typed.value()).matches();
    }

    /** In strict projects nobody sees the codes a second time. */
    NewSet generate(Project project, AccountId account, Instant now) {
        var codes = Stream.generate(secrets::nextRecoveryCode).limit(HOW_MANY).toList();
        var id = new RecoveryCodesId(account.project(), ids.next());
        var created = new RecoveryCodesCreated(
                account,
                id,
                codes.stream().map(code -> digests.of(id.value(), code)).toList(),
                project.policies().strict() ? null : encryption.encrypt(joined(codes)),
                now);
        return new NewSet(created, codes);
    }

    /**
     * Puts a new set in force, and tells its owner.
     *
     * @return the codes, in clear
     */
    List<Secret> activate(Streams streams, RequestContext context, AccountView account, NewSet made) {
        streams.append(made.created());
        securityNotices.enqueue(
                streams, context, account.facts(), made.created().at());
        return made.codes();
    }

    /**
     * @param ciphertext the codes of that set
     * @return those that nobody has used
     */
    List<Secret> unspentCodes(RecoveryCodeSet held, Ciphertext ciphertext) {
        return split(encryption.decrypt(ciphertext))
                .filter(code -> isUnspent(code, held))
                .toList();
    }

    /** @throws RefusedException with {@link InvalidToken} */
    public void spend(Streams streams, AccountId account, Secret typed, Instant now) {
        var held = streams.list(account, EnrolledFactors.INVENTORY).recoveryCodes();
        if (held == null) {
            throw new RefusedException(new InvalidToken());
        }
        var id = held.id();
        streams.execute(id, new SpendRecoveryCode(account, id, digests.candidates(id.value(), typed), now));
    }

    private boolean isUnspent(Secret code, RecoveryCodeSet held) {
        return digests.candidates(held.id().value(), code).stream().anyMatch(held.unspent()::contains);
    }

    private static Secret joined(List<Secret> codes) {
        return new Secret(String.join(" ", codes.stream().map(Secret::value).toList()));
    }

    private static Stream<Secret> split(Secret joined) {
        return Stream.of(joined.value().split(" ")).map(Secret::new);
    }
}
