package io.guildhall.gateway.problem;

/** Ends a request with a problem that was foreseen; it carries no stack trace. */
public class Refused extends RuntimeException {

    private final Problem problem;

    public Refused(Problem problem) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
