import mlflow
import numpy as np
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException
from sklearn.linear_model import LinearRegression

client = MlflowClient()
mlflow.set_experiment("registry")
x = np.arange(10.0).reshape(-1, 1)
versions = []
for slope in (1, 2):
    fitted = LinearRegression().fit(x, slope * x[:, 0])
    with mlflow.start_run() as run:
        info = mlflow.sklearn.log_model(fitted, name="line", input_example=x[:2], pip_requirements=["scikit-learn"])
        mlflow.log_metric("slope", slope)
    versions.append(mlflow.register_model(info.model_uri, "line model", tags={"slope": str(slope)}))
assert [(v.name, int(v.version), v.status, v.run_id == run.info.run_id) for v in versions] == [("line model", 1, "READY", False), ("line model", 2, "READY", True)], versions

client.set_registered_model_alias("line model", "champion", 1)
client.set_registered_model_alias("line model", "challenger", "2")
assert client.get_model_version_by_alias("line model", "champion").version in (1, "1")
aliases = client.get_registered_model("line model").aliases
assert {name: int(version) for name, version in aliases.items()} == {"champion": 1, "challenger": 2}, aliases
for uri, slope in (("models:/line model/1", 1), ("models:/line model@champion", 1), ("models:/line model@challenger", 2), ("models:/line model/latest", 2)):
    loaded = mlflow.pyfunc.load_model(uri)
    assert np.allclose(loaded.predict(x), slope * x[:, 0]), uri
client.set_registered_model_alias("line model", "champion", 2)
assert set(client.get_model_version("line model", 2).aliases) == {"challenger", "champion"}
client.delete_registered_model_alias("line model", "challenger")

client.update_registered_model("line model", "Lines.")
client.update_model_version("line model", 1, "The first.")
client.set_registered_model_tag("line model", "team", "blue")
client.set_model_version_tag("line model", 1, "seen", "yes")
client.delete_model_version_tag("line model", 1, "seen")
model, first = client.get_registered_model("line model"), client.get_model_version("line model", 1)
assert (model.description, model.tags, first.description, first.tags) == ("Lines.", {"team": "blue"}, "The first.", {"slope": "1"})

client.transition_model_version_stage("line model", 1, "Production")
client.transition_model_version_stage("line model", 2, "production", archive_existing_versions=True)
assert [client.get_model_version("line model", v).current_stage for v in (1, 2)] == ["Archived", "Production"]
assert [int(v.version) for v in client.get_latest_versions("line model", ["Production"])] == [2]
assert np.allclose(mlflow.pyfunc.load_model("models:/line model/Production").predict(x), 2 * x[:, 0])

client.create_registered_model("other model", tags={"team": "red"})
assert [m.name for m in client.search_registered_models("name LIKE 'line%'")] == ["line model"]
assert [m.name for m in client.search_registered_models("tags.team = 'red'")] == ["other model"]
assert sorted(int(v.version) for v in client.search_model_versions("name = 'line model'")) == [1, 2]
assert [int(v.version) for v in client.search_model_versions(f"run_id = '{run.info.run_id}'")] == [2]
assert [int(v.version) for v in client.search_model_versions("tags.slope = '1'")] == [1]
client.rename_registered_model("other model", "third model")
client.delete_model_version("line model", 1)
third = client.create_model_version("line model", info.model_uri, run_id=run.info.run_id, model_id=info.model_id)
assert int(third.version) == 3, "a number is not used twice"

for work, code in (
    (lambda: client.get_registered_model("nothing"), "RESOURCE_DOES_NOT_EXIST"),
    (lambda: client.get_model_version("line model", 1), "RESOURCE_DOES_NOT_EXIST"),
    (lambda: client.create_registered_model("line model"), "RESOURCE_ALREADY_EXISTS"),
    (lambda: client.create_registered_model("a/b"), "INVALID_PARAMETER_VALUE"),
    (lambda: client.get_model_version_by_alias("line model", "nobody"), "INVALID_PARAMETER_VALUE"),
    (lambda: client.set_registered_model_alias("line model", "latest", 2), "INVALID_PARAMETER_VALUE"),
    (lambda: client.create_model_version("line model", "file:///etc"), "INVALID_PARAMETER_VALUE"),
):
    try:
        work()
        raise AssertionError(f"not refused: {code}")
    except MlflowException as error:
        assert error.error_code == code, error
client.delete_registered_model("line model")
assert [m.name for m in client.search_registered_models("name = 'line model'")] == []
