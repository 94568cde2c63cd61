import math, time
import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag, ViewType

client = MlflowClient()
experiment = mlflow.set_experiment("runs of a day")
assert mlflow.set_experiment("runs of a day").experiment_id == experiment.experiment_id

with mlflow.start_run(run_name="parent", description="a *note*", tags={"team": "blue"}) as run:
    mlflow.log_params({"lr": 0.1, "layers": [1, 2], "empty": ""})
    mlflow.log_param("lr", 0.1)
    mlflow.log_metrics({"loss": 0.5, "val/acc 1": 1}, step=1)
    for step in (3, 2):
        mlflow.log_metric("loss", 1 / step, step=step)
    mlflow.log_metrics({"nan": math.nan, "inf": math.inf, "low": -math.inf})
    mlflow.log_metric("größe 数:1", 2.5, step=-4, timestamp=1_700_000_000_000)
    mlflow.set_tags({"größe": "ß", "gone": "x"})
    mlflow.delete_tag("gone")
    with mlflow.start_run(nested=True) as child:
        mlflow.log_metric("m", 1)
        child_id = child.info.run_id

found = client.get_run(run.info.run_id)
assert found.info.status == "FINISHED" and found.info.end_time >= found.info.start_time, found.info
assert found.info.run_name == "parent" == found.data.tags["mlflow.runName"]
assert found.data.tags["mlflow.note.content"] == "a *note*" and found.data.tags["team"] == "blue" and found.data.tags["größe"] == "ß" and "gone" not in found.data.tags
assert found.data.params == {"lr": "0.1", "layers": "[1, 2]", "empty": ""}, found.data.params
assert found.data.metrics["loss"] == 1 / 3, "the last is the one of the greatest step"
assert math.isnan(found.data.metrics["nan"]) and found.data.metrics["inf"] == 1.7976931348623157e308 == -found.data.metrics["low"]
assert [(m.step, m.value, m.timestamp) for m in client.get_metric_history(run.info.run_id, "größe 数:1")] == [(-4, 2.5, 1_700_000_000_000)]
assert sorted(m.step for m in client.get_metric_history(run.info.run_id, "loss")) == [1, 2, 3]
assert client.get_metric_history(run.info.run_id, "never") == []
assert client.get_run(child_id).data.tags["mlflow.parentRunId"] == run.info.run_id
assert client.get_parent_run(child_id).info.run_id == run.info.run_id

with mlflow.start_run(run_id=run.info.run_id):
    assert client.get_run(run.info.run_id).info.status == "RUNNING"
    mlflow.log_metric("resumed", 1)
try:
    with mlflow.start_run() as failing:
        raise RuntimeError("on purpose")
except RuntimeError:
    pass
assert client.get_run(failing.info.run_id).info.status == "FAILED"

client.update_run(child_id, status="KILLED", name="renamed")
renamed = client.get_run(child_id)
assert (renamed.info.status, renamed.info.run_name, renamed.data.tags["mlflow.runName"]) == ("KILLED", "renamed", "renamed")

now = int(time.time() * 1000)
client.log_batch(child_id, metrics=[Metric("b", i, now, i) for i in range(3)], params=[Param("p", "1")], tags=[RunTag("t", "1")])
client.log_batch(child_id, metrics=[Metric("b", i, now, i) for i in range(3)])
assert len(client.get_metric_history(child_id, "b")) == 3, "what is logged twice is there once"

client.delete_run(child_id)
assert client.get_run(child_id).info.lifecycle_stage == "deleted"
alive = [r.info.run_id for r in client.search_runs([experiment.experiment_id])]
assert child_id not in alive and run.info.run_id in alive
assert [r.info.run_id for r in client.search_runs([experiment.experiment_id], run_view_type=ViewType.DELETED_ONLY)] == [child_id]
client.restore_run(child_id)
assert child_id in [r.info.run_id for r in client.search_runs([experiment.experiment_id])]
