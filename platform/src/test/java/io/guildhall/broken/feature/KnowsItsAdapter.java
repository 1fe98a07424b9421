package io.guildhall.broken.feature;

import io.guildhall.broken.feature.web.Adapter;

final class KnowsItsAdapter {

    private KnowsItsAdapter() {}

    static Adapter adapter() {
        return new Adapter();
    }
}
