package io.gatehouse.security.token;

import io.gatehouse.application.token.SecurityPhrases;
import io.gatehouse.security.ResourceLines;
import java.security.SecureRandom;
import java.util.List;

/** Chooses one of 11 000 phrases, so that a phisher cannot guess the phrase shown to the user. */
public final class RandomSecurityPhrases implements SecurityPhrases {

    private final List<String> adjectives = ResourceLines.of("adjectives.txt", RandomSecurityPhrases.class);
    private final List<String> nouns = ResourceLines.of("nouns.txt", RandomSecurityPhrases.class);
    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        return capitalised(anyOf(adjectives)) + " " + anyOf(nouns);
    }

    private String anyOf(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
