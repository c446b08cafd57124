// What one statement frees the next one takes again: DuckDB's own setting hands it back to the system after a second, and a fifth
// of the time of cleaning ten million people went into getting it anew. Longer than this a check of a large file would hold more
// than 2 GB. Read once, when DuckDB is loaded; a user's own stands.
process.env.DUCKDB_JE_MALLOC_CONF ??= "dirty_decay_ms:5000";
