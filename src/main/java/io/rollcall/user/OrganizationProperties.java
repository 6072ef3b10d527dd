package io.rollcall.user;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose installation this is.
 *
 * @param name the organisation's name as the screens show it, which is nobody's password
 */
@Validated
@ConfigurationProperties("rollcall.organization")
public record OrganizationProperties(
        @DefaultValue("Your organization") @NotBlank @Size(max = 60)
        String name) {}
