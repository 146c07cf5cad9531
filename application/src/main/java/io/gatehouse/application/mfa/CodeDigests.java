package io.gatehouse.application.mfa;

import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import java.util.List;

/**
 * Digests of codes so short that trying them all would undo a plain digest: these depend on a key of the server, too, so
 * that a stolen database tells nothing. Nor do equal codes have equal digests, unless they are for the same thing.
 */
public interface CodeDigests {

    /**
     * @param subject what the code is for: the ID of a challenge, or of a set of recovery codes
     * @return under the current key
     */
    SecretDigest of(String subject, Secret code);

    /** @return one for each key we still have: any of them may have been current when the code was made */
    List<SecretDigest> candidates(String subject, Secret typed);
}
