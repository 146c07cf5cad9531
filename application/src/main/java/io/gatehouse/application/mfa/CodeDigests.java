package io.gatehouse.application.mfa;

import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import java.util.List;

/**
 * Keyed digests of short codes. A plain digest could be reversed by trying all codes; these also depend on a key of
 * the server, so that a stolen database does not reveal the codes. Equal codes have equal digests only for the same
 * subject.
 */
public interface CodeDigests {

    /**
     * @param subject the ID of the challenge or of the set of recovery codes that the code belongs to
     * @return the digest under the current key
     */
    SecretDigest of(String subject, Secret code);

    /** @return one digest for each configured key: any of them may have been current when the code was created */
    List<SecretDigest> candidates(String subject, Secret code);
}
