import mlflow
import numpy as np
from mlflow import MlflowClient
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

client = MlflowClient()
mlflow.set_experiment("autolog")
mlflow.sklearn.autolog(log_input_examples=True, log_model_signatures=True, silent=True)
features, labels = load_iris(return_X_y=True, as_frame=True)
with mlflow.start_run() as run:
    model = LogisticRegression(max_iter=300, C=0.5).fit(features, labels)
    model.score(features, labels)
found = client.get_run(run.info.run_id)
assert found.data.params["C"] == "0.5" and found.data.params["max_iter"] == "300"
assert found.data.metrics["training_accuracy_score"] > 0.9 and found.data.tags["estimator_name"] == "LogisticRegression"
assert "train" in {tag.value for i in found.inputs.dataset_inputs for tag in i.tags if tag.key == "mlflow.data.context"}
assert {"training_confusion_matrix.png", "estimator.html"} <= {f.path for f in client.list_artifacts(run.info.run_id)}
[output] = found.outputs.model_outputs
logged = mlflow.get_logged_model(output.model_id)
assert logged.status.name == "READY" and logged.source_run_id == run.info.run_id and logged.params["C"] == "0.5"
assert {m.key for m in logged.metrics} >= {"training_accuracy_score"}
loaded = mlflow.sklearn.load_model(f"models:/{output.model_id}")
assert (loaded.predict(features) == model.predict(features)).all()
info = mlflow.models.get_model_info(f"models:/{output.model_id}")
assert info.signature.inputs.input_names() == list(features.columns), info.signature
assert "MLmodel" in {f.path for f in client.list_logged_model_artifacts(output.model_id)}
