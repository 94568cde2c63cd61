import time
import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag, ViewType
from mlflow.exceptions import RestException

client = MlflowClient()
experiment = client.create_experiment("search")
other = client.create_experiment("search elsewhere")
now = 1_700_000_000_000
ids = {}
for n, name in enumerate(["alpha", "Beta", "gamma"]):
    run = client.create_run(experiment, start_time=now + n, run_name=name, tags={"mlflow.user": f"user{n}"})
    ids[name] = run.info.run_id
    client.log_batch(run.info.run_id, [Metric("loss", n * 0.5, now, 0), Metric("a b/c", n, now, 0)], [Param("lr", f"0.{n}"), Param("Opt", "Adam" if n else "sgd")], [RunTag("team", "Red" if n < 2 else "blue")])
    if n > 0:
        client.log_param(run.info.run_id, "some", "x")
        client.log_metric(run.info.run_id, "gap", float("nan") if n == 1 else n)
    client.log_inputs(run.info.run_id, [mlflow.entities.DatasetInput(mlflow.entities.Dataset(f"set{n % 2}", f"digest{n}", "local", "/data"), [mlflow.entities.InputTag("mlflow.data.context", "train" if n < 2 else "test")])])
client.set_terminated(ids["gamma"], "FAILED", end_time=now + 50)
client.create_run(other, run_name="stranger")


def found(filter_string="", order=None, view=ViewType.ACTIVE_ONLY, where=None):
    return [r.info.run_name for r in client.search_runs(where or [experiment], filter_string, view, order_by=order)]


expected = {
    "metrics.loss > 0.5": ["gamma"], "metrics.loss >= 0.5": ["Beta", "gamma"], "metrics.loss < 0.5": ["alpha"], "metrics.loss <= 0.5": ["Beta", "alpha"],
    "metrics.loss = 0.5": ["Beta"], "metrics.loss != 0.5": ["alpha", "gamma"], "metric.`a b/c` = 2": ["gamma"], 'metrics."a b/c" < 1': ["alpha"],
    "params.lr = '0.1'": ["Beta"], "params.lr != '0.1'": ["alpha", "gamma"], "param.Opt LIKE 'A%'": ["Beta", "gamma"], "params.Opt LIKE 'a%'": [], "parameters.Opt ILIKE 'a%'": ["Beta", "gamma"],
    "params.some != 'y'": ["Beta", "gamma"], "params.some IS NULL": ["alpha"], "params.some IS NOT NULL": ["Beta", "gamma"],
    "tags.team = 'blue'": ["gamma"], "tag.team ILIKE 'red'": ["Beta", "alpha"], "tags.team LIKE '%e%'": ["Beta", "alpha", "gamma"], "tags.nothing IS NULL": ["Beta", "alpha", "gamma"],
    "attributes.run_name = 'alpha'": ["alpha"], "run_name LIKE '%a'": ["Beta", "alpha", "gamma"], "attr.run_name ILIKE 'b%'": ["Beta"], "run.run_name != 'alpha'": ["Beta", "gamma"],
    "status = 'FAILED'": ["gamma"], "attributes.status != 'FAILED'": ["Beta", "alpha"], f"start_time > {now}": ["Beta", "gamma"], f"created >= {now + 1}": ["Beta", "gamma"], f"attribute.end_time = {now + 50}": ["gamma"],
    f"run_id = '{ids['Beta']}'": ["Beta"], f"run_id IN ('{ids['alpha']}', '{ids['gamma']}')": ["alpha", "gamma"], f"attributes.run_id NOT IN ('{ids['alpha']}')": ["Beta", "gamma"],
    "datasets.name = 'set1'": ["Beta"], "dataset.name LIKE 'set%'": ["Beta", "alpha", "gamma"], "datasets.digest IN ('digest0', 'digest2')": ["alpha", "gamma"], "dataset.context = 'test'": ["gamma"], "datasets.name != 'set0'": ["Beta"],
    "metrics.loss > 0 AND params.Opt = 'Adam' and tags.team = 'blue'": ["gamma"], "": ["Beta", "alpha", "gamma"],
}
wrong = {text: (found(text), names) for text, names in expected.items() if sorted(found(text)) != sorted(names)}
assert not wrong, wrong

assert found() == ["gamma", "Beta", "alpha"], "the one that began last stands first"
assert found(order=["metrics.loss ASC"]) == ["alpha", "Beta", "gamma"] and found(order=["metrics.loss DESC"]) == ["gamma", "Beta", "alpha"]
assert found(order=["metrics.gap"]) == ["gamma", "Beta", "alpha"] == found(order=["metrics.gap DESC"]), "NaN after numbers, missing last"
assert found(order=["params.lr DESC", "start_time"]) == ["gamma", "Beta", "alpha"] and found(order=["tags.team DESC", "attributes.start_time ASC"]) == ["gamma", "alpha", "Beta"]
assert found(order=["run_name"]) == ["Beta", "alpha", "gamma"] and found(order=["attributes.status", "start_time ASC"]) == ["gamma", "alpha", "Beta"]
assert len(found(where=[experiment, other])) == 4 and found(where=["987654"]) == []

pages, token = [], None
while True:
    page = client.search_runs([experiment], max_results=2, page_token=token)
    pages.append([r.info.run_name for r in page])
    token = page.token
    if not token:
        break
assert pages == [["gamma", "Beta"], ["alpha"]], pages
frame = mlflow.search_runs([experiment], "params.some = 'x'", order_by=["start_time ASC"])
assert list(frame["tags.mlflow.runName"]) == ["Beta", "gamma"] and list(frame["metrics.loss"]) == [0.5, 1.0]

for bad in ("metrics.loss > 'x'", "metrics.loss LIKE 1", "params.lr > 1", "params.lr = 0.1", "oops = 1", "metrics.loss > 1 OR metrics.loss < 0", "(metrics.loss > 1)", "metrics.loss", "status IN ('FAILED')", "nonsense", "start_time LIKE '1'", "metrics.a.b.c = x"):
    try:
        found(bad)
        raise AssertionError(f"{bad} is not refused")
    except RestException as error:
        assert error.error_code == "INVALID_PARAMETER_VALUE", (bad, error)
for bad in (["metrics.loss UP"], ["oops.x"], ["nothing"], ["metrics.loss", "metrics.loss DESC"]):
    try:
        found(order=bad)
        raise AssertionError(f"{bad} is not refused")
    except RestException as error:
        assert error.error_code == "INVALID_PARAMETER_VALUE", (bad, error)
