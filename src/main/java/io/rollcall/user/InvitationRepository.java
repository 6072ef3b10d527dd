package io.rollcall.user;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, Long> {

    Invitation save(Invitation invitation);

    Optional<Invitation> findBySecretHash(byte[] secretHash);

    /** Takes it away, once: 0 rows when somebody else was quicker. */
    @Modifying
    @Query("delete from Invitation i where i.secretHash = :secretHash")
    int take(byte[] secretHash);

    /** Lets none end later than that. */
    @Modifying
    @Query("update Invitation i set i.expiresAt = :latest where i.expiresAt > :latest")
    int shorten(Instant latest);

    @Modifying
    @Query("delete from Invitation i where i.expiresAt <= :now")
    int deleteOver(Instant now);

    @Modifying
    @Query("delete from Invitation i where i.userId = :userId")
    int deleteOf(long userId);

    /** Those that one person has issued for accounts of these roles. */
    @Modifying
    @Query("delete from Invitation i where i.issuedBy = :issuer"
            + " and exists (select 1 from User u where u.id = i.userId and u.role in :roles)")
    int deleteIssuedBy(long issuer, Collection<Role> roles);
}
