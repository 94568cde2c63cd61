import os, tempfile
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import mlflow
import numpy as np
import pandas as pd
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException
from PIL import Image

client = MlflowClient()
mlflow.set_experiment("artifacts")
with mlflow.start_run() as run:
    mlflow.log_text("größe", "notes/ä note 50%.txt")
    mlflow.log_text("", "empty.txt")
    mlflow.log_dict({"a": [1, 2]}, "conf.json")
    mlflow.log_dict({"a": 1}, "conf.yaml")
    pixels = np.random.default_rng(0).integers(0, 255, (16, 16, 3), dtype="uint8")
    for step in (0, 1):
        mlflow.log_image(pixels, key="dog", step=step)
    mlflow.log_image(Image.fromarray(pixels), "whole.png")
    figure, axes = plt.subplots()
    axes.plot([1, 2])
    mlflow.log_figure(figure, "plots/curve.png")
    mlflow.log_table(pd.DataFrame({"q": ["a", "b"], "n": [1, 2]}), "eval/table.json")
    mlflow.log_table({"q": ["c"], "n": [3]}, "eval/table.json")
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(os.path.join(folder, "deep", "er"))
        for name in ("a.bin", "deep/b.bin", "deep/er/c.bin"):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(os.urandom(100_000))
        mlflow.log_artifacts(folder, "tree")
        mlflow.log_artifact(os.path.join(folder, "a.bin"))
        with open(os.path.join(folder, "a.bin"), "rb") as file:
            original = file.read()
    run_id = run.info.run_id

assert mlflow.artifacts.load_text(f"runs:/{run_id}/notes/ä note 50%.txt") == "größe"
assert mlflow.artifacts.load_text(f"runs:/{run_id}/empty.txt") == ""
assert mlflow.artifacts.load_dict(f"runs:/{run_id}/conf.json") == {"a": [1, 2]}
assert mlflow.artifacts.load_image(f"runs:/{run_id}/whole.png").size == (16, 16)
table = mlflow.load_table("eval/table.json", run_ids=[run_id])
assert list(table["q"]) == ["a", "b", "c"] and list(table["n"]) == [1, 2, 3], table
assert [(f.path, f.is_dir) for f in client.list_artifacts(run_id)] == [
    ("a.bin", False), ("conf.json", False), ("conf.yaml", False), ("empty.txt", False), ("eval", True), ("images", True), ("notes", True), ("plots", True), ("tree", True), ("whole.png", False)]
assert [(f.path, f.file_size) for f in client.list_artifacts(run_id, "tree/deep")] == [("tree/deep/b.bin", 100_000), ("tree/deep/er", None)]
assert client.list_artifacts(run_id, "a.bin") == [] and client.list_artifacts(run_id, "nothing") == []
images = [f.path for f in client.list_artifacts(run_id, "images")]
assert len(images) == 4 and all("dog" in path and "step" in path for path in images), images
with tempfile.TemporaryDirectory() as folder:
    whole = client.download_artifacts(run_id, "", folder)
    assert sum(len(files) for _, _, files in os.walk(whole)) == 15, list(os.walk(whole))
    with open(os.path.join(whole, "tree", "a.bin"), "rb") as file:
        assert file.read() == original
repository = mlflow.store.artifact.artifact_repository_registry.get_artifact_repository(run.info.artifact_uri)
repository.delete_artifacts("tree/deep")
assert [f.path for f in client.list_artifacts(run_id, "tree")] == ["tree/a.bin"]
try:
    mlflow.artifacts.download_artifacts(f"runs:/{run_id}/nothing.txt")
    raise AssertionError("what is not there cannot be downloaded")
except MlflowException as error:
    assert "Failed to download artifacts from path 'nothing.txt'" in str(error), error
