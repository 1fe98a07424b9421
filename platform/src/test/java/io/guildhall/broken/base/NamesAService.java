package io.guildhall.broken.base;

import io.guildhall.broken.feature.ReadsTheSystemsTime;

final class NamesAService {

    private NamesAService() {}

    static ReadsTheSystemsTime domain() {
        return new ReadsTheSystemsTime();
    }
}
