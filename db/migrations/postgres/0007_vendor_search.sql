-- Names and codes by three letters in a row, where the server has pg_trgm; a server without it reads all names.
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "vendors_searched_by_letters" ON "vendors" USING gin (lower("name" || ' ' || "code") gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'without pg_trgm the search for vendors reads all their names';
END $$;
