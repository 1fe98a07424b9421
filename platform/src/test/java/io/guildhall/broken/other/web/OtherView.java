package io.guildhall.broken.other.web;

record OtherView(OneName one, Alike other) {

    record OneName(String number) {}

    record Alike(int number) {}
}
