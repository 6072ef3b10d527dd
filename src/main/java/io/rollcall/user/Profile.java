package io.rollcall.user;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What can be edited of an account. */
public record Profile(String name, EmailAddress email, Role role) {

    /** One of the things that can be edited. */
    public enum Field {
        NAME(Profile::name),
        EMAIL(Profile::email),
        ROLE(Profile::role);

        private final Function<Profile, Object> value;

        Field(Function<Profile, Object> value) {
            this.value = value;
        }

        private boolean differs(Profile one, Profile other) {
            return !Objects.equals(value.apply(one), value.apply(other));
        }
    }

    /** In which fields the two differ. */
    public Set<Field> differences(Profile other) {
        var differences = EnumSet.noneOf(Field.class);
        Arrays.stream(Field.values())
                .filter(field -> field.differs(this, other))
                .forEach(differences::add);
        return differences;
    }

    /** This, with those fields as the other has them. */
    Profile with(Set<Field> fields, Profile other) {
        return new Profile(
                fields.contains(Field.NAME) ? other.name : name,
                fields.contains(Field.EMAIL) ? other.email : email,
                fields.contains(Field.ROLE) ? other.role : role);
    }
}
