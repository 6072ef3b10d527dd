package io.rollcall.security;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.rollcall.user.Passwords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** That nobody comes to a password but by the counted way. */
@Tag("S66")
class PasswordDoorTests {

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.rollcall");

    @Test
    void onlyWhatCountsTriesAsksForAPassword() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(PasswordSignIn.class, PasswordChange.class)
                .should()
                .callMethod(Passwords.class, "authenticate", String.class, String.class)
                .orShould()
                .callMethodWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "the target is Passwords.change",
                        call -> call.getTarget().getName().equals("change")
                                && call.getTarget().getOwner().isEquivalentTo(Passwords.class)))
                .check(PROGRAM);
    }

    @Test
    void onlyTheRoomOfAccountsComparesHashes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.rollcall.user")
                .should()
                .dependOnClassesThat(belongToAnyOf(PasswordEncoder.class))
                .check(PROGRAM);
    }
}
