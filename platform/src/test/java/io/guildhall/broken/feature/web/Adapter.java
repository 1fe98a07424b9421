package io.guildhall.broken.feature.web;

public final class Adapter {

    Adapter itself() {
        return new Adapter();
    }
}
