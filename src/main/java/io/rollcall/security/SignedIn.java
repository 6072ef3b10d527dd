package io.rollcall.security;

import io.rollcall.session.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whether a request comes from somebody who is signed in, as the registry says and not the request. */
@Component
public class SignedIn {

    private final RegistrySecurityContextRepository repository;

    SignedIn(RegistrySecurityContextRepository repository) {
        this.repository = repository;
    }

    /** False also while nobody can say. */
    public boolean test(HttpServletRequest request) {
        try {
            return repository.verdict(request) instanceof Verdict.Valid;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }
}
