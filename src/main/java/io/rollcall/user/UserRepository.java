package io.rollcall.user;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<User, Long> {

    User save(User user);

    User saveAndFlush(User user);

    Optional<User> findById(long id);

    Optional<User> findByEmail(String email);

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

    /**
     * Locks the enabled Account Owners first and these accounts then, each in the order of their ids: the one order that
     * everybody keeps who locks more than one account. So two who change each other wait and never deadlock, and nobody's role
     * changes under a decision that rests on it.
     *
     * @return those of the accounts that exist, by id, as they are now; the transaction must not have read them before
     */
    default Map<Long, User> lockInOrder(Collection<Long> ids) {
        lockEnabled(Role.ACCOUNT_OWNER);
        return ids.stream()
                .distinct()
                .sorted()
                .flatMap(id -> lockById(id).stream())
                .collect(Collectors.toMap(user -> user.id().value(), Function.identity()));
    }

    /** Those whose search text contains the words. Looks along the page's order, as no index finds parts this way. */
    default List<User> findAllContaining(List<String> words, Pageable page) {
        return findBy(contains(words), found -> found.slice(page).getContent());
    }

    private static Specification<User> contains(List<String> words) {
        return (user, query, builder) -> builder.and(words.stream()
                .map(word -> builder.gt(builder.locate(user.get("searchText"), word), 0))
                .toList());
    }

    <S extends User, R> R findBy(
            Specification<User> which, Function<? super JpaSpecificationExecutor.SpecificationFluentQuery<S>, R> read);

    List<User> findAllByIdIn(Collection<Long> ids, Pageable page);
}
