package io.guildhall.broken.feature.web;

record FeatureView(OneName one, Alike other) {

    record OneName(int number) {}

    record Alike(int number) {}
}
