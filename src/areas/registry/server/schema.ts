/** A model is its number, so that it can be renamed, deleted and brought back while the log still knows it. The log is only ever added to: triggers hold that against every statement. */
export const schema = [
  `CREATE TABLE registry_models(id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, policy TEXT NOT NULL, deleted INTEGER) STRICT;
   CREATE UNIQUE INDEX registry_models_by_name ON registry_models(name) WHERE deleted IS NULL;
   CREATE TABLE registry_model_tags(model INTEGER NOT NULL REFERENCES registry_models(id), key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(model, key)) STRICT, WITHOUT ROWID;
   CREATE TABLE registry_versions(model INTEGER NOT NULL REFERENCES registry_models(id), version INTEGER NOT NULL, description TEXT, created INTEGER NOT NULL, updated INTEGER NOT NULL, by TEXT NOT NULL, stage TEXT NOT NULL,
     source TEXT NOT NULL, storage TEXT NOT NULL, run TEXT NOT NULL, run_link TEXT NOT NULL, logged_model TEXT NOT NULL, status TEXT NOT NULL, approval TEXT NOT NULL, origin TEXT NOT NULL, bytes INTEGER, card TEXT, deleted INTEGER,
     PRIMARY KEY(model, version)) STRICT, WITHOUT ROWID;
   CREATE INDEX registry_versions_by_run ON registry_versions(run);
   CREATE TABLE registry_version_tags(model INTEGER NOT NULL, version INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(model, version, key), FOREIGN KEY(model, version) REFERENCES registry_versions(model, version)) STRICT, WITHOUT ROWID;
   CREATE TABLE registry_aliases(model INTEGER NOT NULL, alias TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY(model, alias), FOREIGN KEY(model, version) REFERENCES registry_versions(model, version)) STRICT, WITHOUT ROWID;
   CREATE TABLE registry_log(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL, model INTEGER NOT NULL, name TEXT NOT NULL, version INTEGER, text TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT) STRICT;
   CREATE INDEX registry_log_by_model ON registry_log(model, version);
   CREATE TRIGGER registry_log_kept_from_update BEFORE UPDATE ON registry_log BEGIN SELECT RAISE(ABORT, 'The activity log is only added to.'); END;
   CREATE TRIGGER registry_log_kept_from_delete BEFORE DELETE ON registry_log BEGIN SELECT RAISE(ABORT, 'The activity log is only added to.'); END;
   CREATE TRIGGER registry_log_kept_from_replace BEFORE INSERT ON registry_log WHEN EXISTS (SELECT 1 FROM registry_log WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'The activity log is only added to.'); END`,
]
