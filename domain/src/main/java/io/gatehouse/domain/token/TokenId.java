package io.gatehouse.domain.token;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;

/** One token issued to one user. */
public record TokenId(ProjectId project, String value) implements StreamId<Token, TokenCommand, TokenEvent> {

    @Override
    public String streamType() {
        return "token";
    }

    @Override
    public Token initialState() {
        return new Token.Absent();
    }
}
