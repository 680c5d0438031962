package de.kreiskonzept.platform.identity.openid;

/** Somebody cannot sign in by the OpenID provider now; signing in by password goes on. */
public final class SignInObstructed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Obstacle obstacle;

    /** Creates it without a cause: causes name tokens and people. */
    public SignInObstructed(Obstacle obstacle) {
        super(obstacle.word(), null, false, false);
        this.obstacle = obstacle;
    }

    /** Returns what is in the way. */
    public Obstacle obstacle() {
        return obstacle;
    }
}
