-- What stands in the named schemas, one line for each table, column, index, constraint, policy and right, without the names of schema
-- and role: two workspaces of one version give the same lines. Its one parameter is an array of names of schemas. The lines of the
-- build are the expected ones (workspace.shape).
WITH place AS (
  SELECT oid, nspname, nspowner, nspacl FROM pg_namespace WHERE nspname = ANY (?)
), relation AS (
  SELECT c.oid, c.relname, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, p.nspname
    FROM place p JOIN pg_class c ON c.relnamespace = p.oid
   WHERE c.relname NOT LIKE 'databasechangeloglock%' AND c.relkind NOT IN ('i', 'I', 'c')
), granted AS (
  SELECT nspname, 'schema' AS what, a.grantee, a.privilege_type
    FROM place, aclexplode(nspacl) a
   WHERE a.grantee <> nspowner
  UNION ALL
  SELECT nspname, relname, a.grantee, a.privilege_type
    FROM relation, aclexplode(relacl) a
   WHERE a.grantee <> relowner
      -- Not even its owner may have these.
      OR relname = 'audit_entry' AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
)
SELECT schema, regexp_replace(replace(line, schema || '.', ''), '\s+', ' ', 'g') AS line FROM (
SELECT nspname::text AS schema, 'schema of ' || pg_get_userbyid(nspowner) AS line FROM place
UNION ALL
SELECT nspname::text, format('right %s %s %s', what,
    CASE WHEN grantee = 0 THEN 'everybody' WHEN pg_get_userbyid(grantee) = nspname THEN 'county' ELSE pg_get_userbyid(grantee) END,
    privilege_type)
  FROM granted
UNION ALL
SELECT nspname::text, format('table %s %s of %s%s%s', relname, relkind, pg_get_userbyid(relowner),
    CASE WHEN relrowsecurity THEN ', row security' END, CASE WHEN relforcerowsecurity THEN ', forced' END)
  FROM relation
UNION ALL
SELECT nspname::text, format('column %s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod),
    CASE WHEN attnotnull THEN ' not null' END, ' default ' || pg_get_expr(adbin, adrelid))
  FROM relation r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
UNION ALL
SELECT nspname::text, 'index ' || pg_get_indexdef(i.indexrelid)
    || CASE WHEN i.indisvalid THEN '' ELSE ', not valid' END
  FROM relation r JOIN pg_index i ON i.indrelid = r.oid
UNION ALL
-- NOT NULL is a constraint of its own since PostgreSQL 18; here it stands with its column.
SELECT nspname::text, format('constraint %s.%s %s', relname, conname, pg_get_constraintdef(c.oid))
  FROM relation r JOIN pg_constraint c ON c.conrelid = r.oid AND c.contype <> 'n'
UNION ALL
SELECT nspname::text, format('policy %s.%s %s %s using %s check %s', relname, polname, polcmd, polpermissive,
    pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
  FROM relation r JOIN pg_policy p ON p.polrelid = r.oid
UNION ALL
SELECT nspname::text, format('trigger %s.%s', relname, tgname)
  FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
) AS shape
