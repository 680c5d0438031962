package de.kreiskonzept.admin.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Tokens of a session of a program.
 *
 * @param expiresIn seconds until the access token is worthless
 * @param tokenType always Bearer
 */
@Serdeable
@Schema(name = "Tokens")
record TokenView(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("token_type") String tokenType) {}
