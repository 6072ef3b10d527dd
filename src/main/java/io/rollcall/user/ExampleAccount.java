package io.rollcall.user;

/** An account that everybody may use, shown on the login screen of an example installation. */
public record ExampleAccount(String name, String email, Role role, String password) {}
