package io.rollcall.user;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be edited of an account. */
public record Profile(String name, EmailAddress email, Role role) {

    /** One of the things that can be edited. */
    public enum Field {
        NAME,
        EMAIL,
        ROLE;

        private Object of(Profile profile) {
            return switch (this) {
                case NAME -> profile.name;
                case EMAIL -> profile.email.text();
                case ROLE -> profile.role;
            };
        }
    }

    /** In which fields the two differ. */
    public Set<Field> differences(Profile other) {
        return Arrays.stream(Field.values())
                .filter(field -> !field.of(this).equals(field.of(other)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    /** What is another there, from what to what; the role first and the name last, since a long text may be cut. */
    String changesTo(Profile other) {
        return differences(other).stream()
                .sorted(Comparator.reverseOrder())
                .map(field -> "%s: %s -> %s".formatted(field, field.of(this), field.of(other)))
                .collect(Collectors.joining(", "));
    }

    /** This, with those fields as the other has them. */
    Profile with(Set<Field> fields, Profile other) {
        return new Profile(
                fields.contains(Field.NAME) ? other.name : name,
                fields.contains(Field.EMAIL) ? other.email : email,
                fields.contains(Field.ROLE) ? other.role : role);
    }
}
