package io.gatehouse.application.session;

class InMemoryJwtsTest extends JwtsContract {

    private final InMemoryJwts jwts = new InMemoryJwts();

    @Override
    protected Jwts jwts() {
        return jwts;
    }

    @Override
    protected void rotate() {
        jwts.rotate(DEMO);
    }

    @Override
    protected void removeOlderKey() {
        jwts.removeOlderKeys(DEMO);
    }
}
