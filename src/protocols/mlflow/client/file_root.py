import os, pathlib, tempfile
import mlflow
from mlflow import MlflowClient

client = MlflowClient()
with tempfile.TemporaryDirectory() as folder:
    location = pathlib.Path(folder, "räum").as_uri()
    experiment = client.create_experiment("files on disk", artifact_location=location)
    with mlflow.start_run(experiment_id=experiment) as run:
        mlflow.log_text("kept on disk", "a/b.txt")
    assert run.info.artifact_uri == f"{location}/{run.info.run_id}/artifacts"
    assert pathlib.Path(folder, "räum", run.info.run_id, "artifacts", "a", "b.txt").read_text() == "kept on disk"
    assert mlflow.artifacts.load_text(f"runs:/{run.info.run_id}/a/b.txt") == "kept on disk"
    assert [f.path for f in client.list_artifacts(run.info.run_id, "a")] == ["a/b.txt"]
    relative = client.get_experiment(client.create_experiment("relative", artifact_location="some/where")).artifact_location
    assert os.path.isabs(relative) and relative.endswith("/some/where"), relative
