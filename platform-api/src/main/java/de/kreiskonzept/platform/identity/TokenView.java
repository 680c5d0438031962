package de.kreiskonzept.platform.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Tokens of a program, named as in RFC 6749, section 5.1.
 *
 * @param accessToken goes into the header {@code Authorization: Bearer ...}
 * @param refreshToken works once; the answer holds the next one
 * @param expiresIn seconds until the access token runs out
 * @param tokenType always {@code Bearer}
 */
@Serdeable
@Schema(name = "Token")
record TokenView(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("token_type") String tokenType) {}
