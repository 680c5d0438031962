# Sourced by the database's image at its very first start, behind setup.sql: gives both logins the passwords of the environment.
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v admin="$KK_ADMIN_DB_PASSWORD" -v platform="$KK_PLATFORM_DB_PASSWORD" <<'SQL'
ALTER ROLE kk_admin PASSWORD :'admin';
ALTER ROLE kk_platform PASSWORD :'platform';
SQL
