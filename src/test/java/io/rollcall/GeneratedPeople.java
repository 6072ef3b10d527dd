package io.rollcall;

import io.rollcall.user.EmailAddress;
import io.rollcall.user.Role;
import io.rollcall.user.UserImport;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * People with names that searches tell apart: a first name that many have, a last name that few have. No name or email has a
 * {@code q} or an {@code x} in it but for the domain, which all have.
 */
class GeneratedPeople {

    private static final List<String> FIRST = List.of(
            "Amara",
            "Anneli",
            "Beatriz",
            "Chidi",
            "Daniela",
            "Dmitri",
            "Elif",
            "Fatima",
            "Giulia",
            "Hana",
            "Ingrid",
            "Ioannis",
            "Jakub",
            "Jürg",
            "Kenji",
            "Leila",
            "Mateo",
            "Mei-Ling",
            "Niamh",
            "Oluwaseun",
            "Priya",
            "Rafael",
            "Siobhán",
            "Tomás",
            "Yuki",
            "Zoë");
    private static final List<String> SYLLABLES = List.of(
            "ba", "bel", "bor", "chi", "da", "den", "do", "el", "far", "fo", "gal", "go", "han", "ho", "il", "ja",
            "kar", "ki", "ko", "lam", "len", "lo", "mar", "mi", "mo", "na", "nor", "o", "pa", "per", "ra", "ri", "ro",
            "sa", "sen", "so", "tan", "te", "tor", "u", "va", "vik", "vo", "wal", "win", "ya", "yo", "zan", "zür");

    private final Random random;
    private final Instant now;
    private final String ownersHash;

    GeneratedPeople(Random random, Instant now, String ownersHash) {
        this.random = random;
        this.now = now;
        this.ownersHash = ownersHash;
    }

    /** The first is the Account Owner with the password; of the others, one in fifty is disabled. */
    UserImport.Row person(int index) {
        var joined = now.minus(Duration.ofDays(400 + random.nextInt(1_000)));
        if (index == 0) {
            return new UserImport.Row(
                    "Olivia Owner", GeneratedOrganization.OWNER, Role.ACCOUNT_OWNER, true, ownersHash, joined);
        }
        var name = any(FIRST) + " " + lastName();
        var email =
                EmailAddress.parse(mailbox(name) + "." + index + "@example.com").orElseThrow();
        return new UserImport.Row(name, email, role(), random.nextInt(50) != 0, index % 50 == 7, null, joined);
    }

    private String lastName() {
        var name = any(SYLLABLES) + any(SYLLABLES) + any(SYLLABLES);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private Role role() {
        var lot = random.nextInt(1_000);
        return lot < 2 ? Role.ACCOUNT_OWNER : lot < 10 ? Role.BILLING_MANAGER : lot < 160 ? Role.CUSTOMER : Role.USER;
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String mailbox(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace(' ', '.')
                .replaceAll("[^a-z.-]", "");
    }
}
