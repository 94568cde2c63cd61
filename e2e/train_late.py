"""Which flights are late? Plain MLflow calls, a curve point a round, a model at the end."""
import argparse
import os
import time

import mlflow
import numpy
import pandas
from mlflow.models import infer_signature
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import log_loss, roc_auc_score

FEATURES = ["hour", "month", "distance"]
options = argparse.ArgumentParser()
options.add_argument("--seed", type=int, default=1)
options.add_argument("--rounds", type=int, default=40)
options.add_argument("--wait", type=float, default=0.0, help="seconds between rounds")
options = options.parse_args()

flights = pandas.read_parquet(os.environ["ATELIER_INPUT_FLIGHTS"], columns=["date", "delay", "distance"]).dropna().sample(20_000, random_state=options.seed)
date = pandas.to_datetime(flights.date)
data = pandas.DataFrame({"hour": date.dt.hour.astype("float64"), "month": date.dt.month.astype("float64"), "distance": flights.distance.astype("float64")})
data = (data - data.mean()) / data.std()
late = (flights.delay > 15).to_numpy().astype(int)
train, valid = slice(0, 15_000), slice(15_000, None)

with mlflow.start_run():
    mlflow.log_params(vars(options))
    model = SGDClassifier(loss="log_loss", learning_rate="constant", eta0=0.002, random_state=options.seed)
    for step in range(1, options.rounds + 1):
        rows = numpy.random.default_rng(options.seed * 1000 + step).choice(15_000, 500, replace=False)
        model.partial_fit(data[FEATURES].iloc[rows], late[rows], classes=[0, 1])
        chance = model.predict_proba(data[FEATURES][valid])[:, 1]
        mlflow.log_metrics({"valid_auc": roc_auc_score(late[valid], chance), "valid_loss": log_loss(late[valid], chance)}, step=step)
        print(f"round {step} of {options.rounds}", flush=True)
        time.sleep(options.wait)
    mlflow.sklearn.log_model(model, name="late", signature=infer_signature(data[FEATURES].head(), chance[:5]), input_example=data[FEATURES].head(), pip_requirements=["scikit-learn"])
