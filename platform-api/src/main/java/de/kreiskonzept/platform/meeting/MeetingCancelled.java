package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.signin.SignedIn;
import java.util.UUID;

/** Published within the transaction that cancels a meeting to which people have been invited. */
public record MeetingCancelled(UUID meeting, SignedIn who) {}
