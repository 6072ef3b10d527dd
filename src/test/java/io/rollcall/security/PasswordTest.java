package io.rollcall.security;

import io.rollcall.DomainTest;
import io.rollcall.user.Passwords;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** The rooms below the web and the ways to a password, with spies on what a try costs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DomainTest
@Import({
    PasswordSignIn.class,
    PasswordChange.class,
    PasswordTries.class,
    TriedAccounts.class,
    SignInThrottle.class,
    Attempts.class
})
@MockitoSpyBean(types = {PasswordEncoder.class, Passwords.class, SignInThrottle.class})
@interface PasswordTest {}
