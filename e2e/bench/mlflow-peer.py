"""Beside the studio: `copy OURS THEIRS EXPERIMENT LONG` puts the studio's runs into a fresh database of mlflow's, `log URL POINTS` logs with the real client."""
import json
import os
import sqlite3
import sys
import time


def copy(ours: str, theirs: str, experiment: str, long: str) -> None:
    from mlflow.store.tracking.sqlalchemy_store import SqlAlchemyStore

    SqlAlchemyStore(f"sqlite:///{theirs}", "/tmp")._dispose_engine()
    db = sqlite3.connect(theirs)
    db.execute("PRAGMA foreign_keys=OFF")
    db.execute("ATTACH ? AS ours", (ours,))
    db.execute(
        "INSERT INTO experiments(experiment_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time)"
        " SELECT id, name, '/tmp', 'active', created, updated FROM ours.run_experiments WHERE id = ?", (experiment,))
    db.execute(
        "INSERT INTO runs(run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time, source_version, lifecycle_stage, artifact_uri, experiment_id)"
        " SELECT uuid, name, 'UNKNOWN', '', '', user, status, started, ended, '', 'active', '/tmp', experiment FROM ours.run_records WHERE experiment = ?", (experiment,))
    joined = "FROM ours.{0} t JOIN ours.run_records r ON r.id = t.run JOIN ours.run_keys k ON k.id = t.key WHERE r.experiment = ?"
    db.execute("INSERT INTO params(key, value, run_uuid) SELECT k.name, t.value, r.uuid " + joined.format("run_params"), (experiment,))
    db.execute("INSERT INTO tags(key, value, run_uuid) SELECT k.name, t.value, r.uuid " + joined.format("run_tags"), (experiment,))
    db.execute("INSERT INTO latest_metrics(key, value, timestamp, step, is_nan, run_uuid) SELECT k.name, t.last, t.time, t.step, t.is_nan, r.uuid " + joined.format("run_latest"), (experiment,))
    db.execute("INSERT INTO metrics(key, value, timestamp, step, is_nan, run_uuid) SELECT k.name, t.value, t.time, t.step, t.is_nan, r.uuid " + joined.format("run_points") + " AND r.uuid = ?", (experiment, long))
    db.commit()


def log(url: str, points: int) -> None:
    os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "1")
    from mlflow import MlflowClient
    from mlflow.entities import Metric

    client = MlflowClient(url)
    run = client.create_run("0").info.run_id
    batches = [[Metric(f"metric{i % 10}", i / 7, 1764000000000 + b * 1000 + i, b * 100 + i // 10) for i in range(1000)] for b in range(points // 1000)]
    client.log_batch(run, metrics=[Metric("warm", 1, 1, 0)])
    began = time.time()
    for batch in batches:
        client.log_batch(run, metrics=batch)
    print(json.dumps({"began": began, "ended": time.time()}))


if __name__ == "__main__":
    if sys.argv[1] == "copy":
        copy(*sys.argv[2:6])
    else:
        log(sys.argv[2], int(sys.argv[3]))
