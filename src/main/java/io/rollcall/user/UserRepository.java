package io.rollcall.user;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<User, Long> {

    User save(User user);

    User saveAndFlush(User user);

    Optional<User> findById(long id);

    Optional<User> findByEmail(String email);

    boolean existsByRole(Role role);

    long count();

    /** The row, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.id = :id")
    Optional<User> lockById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.email = :email")
    Optional<User> lockByEmail(String email);

    /** All enabled holders of a role, locked in the order of their ids, so that two who do this wait and never deadlock. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from User u where u.role = :role and u.enabled = true order by u.id")
    List<User> lockEnabled(Role role);

    /** Those whose search text contains the part. Looks along the page's order, as no index finds parts this way. */
    @Query("select u from User u where locate(:part, u.searchText) > 0")
    List<User> findAllContaining(String part, Pageable page);

    List<User> findAllByIdIn(Collection<Long> ids, Pageable page);
}
