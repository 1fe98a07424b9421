package io.guildhall.feed.mail;

/** A mail that the server did not take, and whose fault that is. */
final class NotMailed extends Exception {

    /** What keeps a mail from being sent. */
    enum Fault {
        /** The server is away, or lets nobody in: no mail can be sent. */
        SERVER,
        /** It will never take anything for this recipient. */
        RECIPIENT,
        /** It did not take this mail now. */
        MAIL
    }

    private final Fault fault;

    NotMailed(Fault fault, String why) {
        super(why, null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    /** In the server's words, without the address. */
    String why() {
        return String.valueOf(getMessage());
    }
}
