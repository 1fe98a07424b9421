package io.guildhall.broken.other.web;

import io.guildhall.broken.feature.web.Adapter;

final class UsesAnothersAdapter {

    private UsesAnothersAdapter() {}

    static Adapter adapter() {
        return new Adapter();
    }
}
