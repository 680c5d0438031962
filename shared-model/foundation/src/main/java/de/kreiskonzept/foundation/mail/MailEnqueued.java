package de.kreiskonzept.foundation.mail;

/**
 * Published after the commit of a transaction that put mail into its outbox. It comes on the thread of that
 * transaction, so listeners deliver on a thread of their own.
 */
public record MailEnqueued() {}
