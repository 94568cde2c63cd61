import time
import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric

client = MlflowClient()
experiment = mlflow.set_experiment("batches").experiment_id
run_id = client.create_run(experiment).info.run_id
now = int(time.time() * 1000)
points = [Metric(f"m{n % 4}", (n * 7919) % 1000, now + n, n // 4) for n in range(100_000)]
began = time.perf_counter()
for at in range(0, len(points), 1000):
    client.log_batch(run_id, metrics=points[at : at + 1000])
took = time.perf_counter() - began
history = client.get_metric_history(run_id, "m1")
assert len(history) == 25_000 and sorted(m.step for m in history) == list(range(25_000))
assert {m.step: m.value for m in history} == {m.step: m.value for m in points if m.key == "m1"}
assert client.get_run(run_id).data.metrics == {m.key: m.value for m in points[-4:]}
assert [m.step for m in sorted(client.get_metric_history(run_id, "m2"), key=lambda m: m.step)][-1] == 24_999

with mlflow.start_run(run_id=run_id):
    for n in range(50):
        mlflow.log_metric("later", n, step=n, synchronous=False)
    mlflow.flush_async_logging()
assert sorted(m.value for m in client.get_metric_history(run_id, "later")) == list(range(50))
client.log_batch(run_id, params=[mlflow.entities.Param(f"p{n}", "v" * 7000) for n in range(100)], tags=[mlflow.entities.RunTag(f"t{n}", "v" * 9000) for n in range(100)])
found = client.get_run(run_id).data
assert len(found.params) == 100 and {len(v) for v in found.params.values()} == {6000} and len(found.tags["t0"]) == 8000
print(f"{len(points) / took:.0f} points a second by the client")
