package io.rollcall.startup;

import io.rollcall.security.Entrance;
import io.rollcall.security.PublicUrl;
import io.rollcall.user.FirstOwner;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person who started the program on an empty database how to make the first account. */
@Component
class SetupLink implements ApplicationRunner {

    private final FirstOwner firstOwner;
    private final PublicUrl publicUrl;
    private final Environment environment;

    SetupLink(FirstOwner firstOwner, PublicUrl publicUrl, Environment environment) {
        this.firstOwner = firstOwner;
        this.publicUrl = publicUrl;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (firstOwner.isMissing()) {
            Console.printLink(
                    System.out,
                    "There is no account yet. This link makes the first Account Owner:",
                    Console.link(publicUrl, environment, Entrance.setupBy(firstOwner.code())),
                    "It works once, and only until the program stops.");
        }
    }
}
