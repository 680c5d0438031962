--liquibase formatted sql
--changeset kreiskonzept:tenancy-key-of-the-changelog
ALTER TABLE databasechangelog ADD PRIMARY KEY (id, author, filename);
