package io.guildhall.broken.silent;

final class SaysNothing {

    private SaysNothing() {}
}
