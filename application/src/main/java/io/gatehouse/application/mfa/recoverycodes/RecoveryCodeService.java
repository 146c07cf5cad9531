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

/** Generates recovery codes, decrypts the unspent ones, and accepts each of them once. */
public final class RecoveryCodeService {

    /** The number of codes per set, as in the API. */
    private static final int CODES_PER_SET = 6;

    /** The format of {@link Secrets#nextRecoveryCode()}. */
    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{10}");

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

    /** A new set, with its codes in clear to return to its owner. */
    record NewSet(RecoveryCodesCreated created, List<Secret> codes) {}

    /** Whether it has the format of a recovery code, valid or not. */
    public static boolean isRecoveryCode(Secret code) {
        return FORMAT.matcher(code.value()).matches();
    }

    /** In strict projects only digests of the codes are stored, so that they cannot be shown again. */
    NewSet generate(Project project, AccountId account, Instant now) {
        var codes =
                Stream.generate(secrets::nextRecoveryCode).limit(CODES_PER_SET).toList();
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
     * Appends a new set, and enqueues the security notice to its owner.
     *
     * @return the codes, in clear
     */
    List<Secret> activate(Streams streams, RequestContext context, AccountView account, NewSet newSet) {
        streams.append(newSet.created());
        securityNotices.enqueue(
                streams, context, account.facts(), newSet.created().at());
        return newSet.codes();
    }

    /**
     * @param ciphertext the encrypted codes of that set
     * @return the unspent codes, in clear
     */
    List<Secret> unspentCodes(RecoveryCodeSet set, Ciphertext ciphertext) {
        return split(encryption.decrypt(ciphertext))
                .filter(code -> isUnspent(code, set))
                .toList();
    }

    /** @throws RefusedException with {@link InvalidToken} if it is not an unspent code of the user */
    public void spend(Streams streams, AccountId account, Secret code, Instant now) {
        var set = streams.list(account, EnrolledFactors.INVENTORY).recoveryCodes();
        if (set == null) {
            throw new RefusedException(new InvalidToken());
        }
        var id = set.id();
        streams.execute(id, new SpendRecoveryCode(account, id, digests.candidates(id.value(), code), now));
    }

    private boolean isUnspent(Secret code, RecoveryCodeSet set) {
        return digests.candidates(set.id().value(), code).stream().anyMatch(set.unspent()::contains);
    }

    private static Secret joined(List<Secret> codes) {
        return new Secret(String.join(" ", codes.stream().map(Secret::value).toList()));
    }

    private static Stream<Secret> split(Secret joined) {
        return Stream.of(joined.value().split(" ")).map(Secret::new);
    }
}
