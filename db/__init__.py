"""Storage: tables, queries, migrations and replication."""
