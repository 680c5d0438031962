--liquibase formatted sql
--changeset kreiskonzept:registry-key-of-the-changelog
ALTER TABLE databasechangelog ADD PRIMARY KEY (id, author, filename);
