import mlflow
import numpy as np
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException
from sklearn.linear_model import LinearRegression

client = MlflowClient()
experiment = mlflow.set_experiment("models").experiment_id
x = np.arange(10.0).reshape(-1, 1)
fitted = LinearRegression().fit(x, 2 * x[:, 0])
ids = []
for n in range(3):
    with mlflow.start_run() as run:
        info = mlflow.sklearn.log_model(fitted, name=f"linear_{n}", params={"n": n, "group": "a" if n < 2 else "b"}, tags={"color": "red"}, input_example=x[:2], pip_requirements=["scikit-learn"])
        ids.append(info.model_id)
        data = mlflow.data.from_numpy(x, name="line", digest=f"d{n}")
        mlflow.log_metric("rmse", n / 10, step=1, model_id=info.model_id, dataset=data)
        mlflow.log_metric("rmse", n / 5, step=2, model_id=info.model_id, dataset=data)
    assert [m.model_id for m in client.get_run(run.info.run_id).outputs.model_outputs] == [info.model_id]


def found(filter_string=None, **more):
    return [m.name for m in mlflow.search_logged_models([experiment], filter_string=filter_string, output_format="list", **more)]


assert found(order_by=[{"field_name": "name", "ascending": True}]) == ["linear_0", "linear_1", "linear_2"]
assert found() == ["linear_2", "linear_1", "linear_0"]
assert found("name = 'linear_1'") == ["linear_1"] and found("attributes.name LIKE 'linear_%' AND params.n = '2'") == ["linear_2"]
assert sorted(found("params.group = 'a'")) == ["linear_0", "linear_1"] and sorted(found("name IN ('linear_0', 'linear_2')")) == ["linear_0", "linear_2"]
assert found("metrics.rmse > 0.3") == ["linear_2"] and found("tags.color = 'red' AND metrics.rmse >= 0.4") == ["linear_2"]
assert found(f"source_run_id = '{run.info.run_id}'") == ["linear_2"]
assert found(datasets=[{"dataset_name": "line", "dataset_digest": "d1"}]) == ["linear_1"]
assert found(order_by=[{"field_name": "metrics.rmse", "ascending": True}]) == ["linear_0", "linear_1", "linear_2"]
page = client.search_logged_models([experiment], max_results=2)
assert len(page) == 2 and len(client.search_logged_models([experiment], max_results=2, page_token=page.token)) == 1
for bad in ("name ~ 'x'", "oops.n = 1", "params.n > 2", "name = 'a' OR name = 'b'"):
    try:
        found(bad)
        raise AssertionError(f"{bad} is not refused")
    except MlflowException as error:
        assert error.error_code == "INVALID_PARAMETER_VALUE", error

client.set_logged_model_tags(ids[0], {"color": "blue", "size": "s"})
client.delete_logged_model_tag(ids[0], "size")
client.log_model_params(ids[0], {"later": "1"})
model = client.get_logged_model(ids[0])
assert model.tags["color"] == "blue" and "size" not in model.tags and model.params == {"n": "0", "group": "a", "later": "1"}, model
assert [(m.key, m.value, m.step, m.dataset_digest) for m in model.metrics] == [("rmse", 0.0, 1, "d0"), ("rmse", 0.0, 2, "d0")], model.metrics
assert (mlflow.pyfunc.load_model(f"models:/{ids[0]}").predict(x) == fitted.predict(x)).all()
external = mlflow.create_external_model(name="outside")
assert external.status.name == "READY"
failed = mlflow.initialize_logged_model(name="failing")
assert failed.status.name == "PENDING"
assert mlflow.finalize_logged_model(failed.model_id, "FAILED").status.name == "FAILED"
client.delete_logged_model(ids[0])
assert "linear_0" not in found()
try:
    client.get_logged_model(ids[0])
    raise AssertionError("a deleted model is not there")
except MlflowException as error:
    assert error.error_code == "RESOURCE_DOES_NOT_EXIST", error
