/** Keys of metrics, params and tags are numbers of one dictionary; runs are numbers too, so that rows are short and lie together by run and key. */
export const schema = [
  `CREATE TABLE run_experiments(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, artifact_location TEXT NOT NULL, stage TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, changed_by TEXT NOT NULL) STRICT;
   CREATE TABLE run_experiment_tags(experiment INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(experiment, key)) STRICT, WITHOUT ROWID;
   CREATE TABLE run_keys(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE run_records(id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, experiment INTEGER NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL, user TEXT NOT NULL, status TEXT NOT NULL,
     started INTEGER, ended INTEGER, artifact_uri TEXT NOT NULL, stage TEXT NOT NULL, deleted INTEGER, changed_by TEXT NOT NULL) STRICT;
   CREATE TABLE run_params(run INTEGER NOT NULL, key INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY(run, key)) STRICT, WITHOUT ROWID;
   CREATE INDEX run_params_by_key ON run_params(key);
   CREATE TABLE run_tags(run INTEGER NOT NULL, key INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY(run, key)) STRICT, WITHOUT ROWID;
   CREATE INDEX run_tags_by_key ON run_tags(key);
   CREATE TABLE run_points(run INTEGER NOT NULL, key INTEGER NOT NULL, step INTEGER NOT NULL, time INTEGER NOT NULL, value REAL NOT NULL, is_nan INTEGER NOT NULL, PRIMARY KEY(run, key, step, time, value, is_nan)) STRICT, WITHOUT ROWID;
   CREATE TABLE run_latest(run INTEGER NOT NULL, key INTEGER NOT NULL, last REAL NOT NULL, is_nan INTEGER NOT NULL, step INTEGER NOT NULL, time INTEGER NOT NULL, least REAL, greatest REAL, points INTEGER NOT NULL, model TEXT,
     PRIMARY KEY(run, key)) STRICT, WITHOUT ROWID;
   CREATE INDEX run_latest_by_key ON run_latest(key);
   CREATE TABLE run_datasets(id INTEGER PRIMARY KEY, experiment INTEGER NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL, source_type TEXT NOT NULL, source TEXT NOT NULL, shape TEXT, profile TEXT, UNIQUE(experiment, name, digest)) STRICT;
   CREATE TABLE run_inputs(run INTEGER NOT NULL, dataset INTEGER NOT NULL, tags TEXT NOT NULL, PRIMARY KEY(run, dataset)) STRICT, WITHOUT ROWID;
   CREATE INDEX run_inputs_by_dataset ON run_inputs(dataset);
   CREATE TABLE run_models(id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, experiment INTEGER NOT NULL, name TEXT NOT NULL, type TEXT, run TEXT, status TEXT NOT NULL, stage TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
     artifact_uri TEXT NOT NULL) STRICT;
   CREATE INDEX run_models_by_experiment ON run_models(experiment, created);
   CREATE INDEX run_models_by_run ON run_models(run);
   CREATE TABLE run_model_params(model INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(model, key)) STRICT, WITHOUT ROWID;
   CREATE TABLE run_model_tags(model INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(model, key)) STRICT, WITHOUT ROWID;
   CREATE TABLE run_model_points(model INTEGER NOT NULL, key TEXT NOT NULL, time INTEGER NOT NULL, step INTEGER NOT NULL, run TEXT NOT NULL, value REAL NOT NULL, dataset_name TEXT, dataset_digest TEXT,
     PRIMARY KEY(model, key, time, step, run)) STRICT, WITHOUT ROWID;
   CREATE TABLE run_model_links(run INTEGER NOT NULL, model TEXT NOT NULL, way TEXT NOT NULL, step INTEGER, PRIMARY KEY(run, way, model)) STRICT, WITHOUT ROWID;
   CREATE TABLE run_views(id TEXT PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, by TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL) STRICT`,
  `CREATE TABLE run_blocks(id INTEGER PRIMARY KEY, run INTEGER NOT NULL, key INTEGER NOT NULL, no INTEGER NOT NULL, points INTEGER NOT NULL, first_step INTEGER NOT NULL, stride INTEGER, last_step INTEGER NOT NULL, last_time INTEGER NOT NULL,
     last_value REAL NOT NULL, last_nan INTEGER NOT NULL, vals BLOB NOT NULL, steps BLOB, times BLOB NOT NULL, UNIQUE(run, key, no)) STRICT`,
]
