"""Which flights land more than 15 minutes late? LightGBM on what is known before the departure.

    python train_flights.py --seed 1 --rows 300000

Nothing here is special to the studio: the curves, charts and the model are plain MLflow calls, and the
data is read from the file beside this script unless ATELIER_INPUT_FLIGHTS names another. When the
process is killed and started again with the same ATELIER_CHECKPOINT, it goes on where it was.
"""
import argparse
import os
from pathlib import Path

import lightgbm
import matplotlib
import mlflow
import numpy
import pandas
from mlflow.models import infer_signature
from sklearn.metrics import ConfusionMatrixDisplay, RocCurveDisplay, average_precision_score, roc_auc_score

matplotlib.use("agg")

FEATURES = ["hour", "weekday", "month", "distance", "origin_flights", "destination_flights"]
LATE = 15
SAVE_EVERY = 10


def main():
    options = arguments()
    with mlflow.start_run():
        mlflow.log_params(vars(options))
        flights = features_of(read(options.data), options)
        train, valid, test = parts_of(flights, options.seed)
        booster = fit(train, valid, options)
        evaluate(booster, test)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ATELIER_INPUT_FLIGHTS", str(Path(__file__).with_name("data") / "flights-3m.parquet")), help="a Parquet file of flights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=200_000, help="flights to learn from, drawn by chance")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--learning-rate", type=float, default=0.1)
    parser.add_argument("--leaves", type=int, default=63)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def read(path):
    print(f"Reading {path}")
    flights = pandas.read_parquet(path, columns=["date", "delay", "distance", "origin", "destination"]).dropna()
    print(f"{len(flights):,} flights, {(flights.delay > LATE).mean():.1%} of them more than {LATE} minutes late")
    return flights


def features_of(flights, options):
    """How busy an airport is stands for its name, so that airports never seen can be predicted too."""
    counts = flights.origin.value_counts(), flights.destination.value_counts()
    drawn = flights.sample(min(options.rows, len(flights)), random_state=options.seed)
    date = pandas.to_datetime(drawn.date)
    return pandas.DataFrame({
        "hour": date.dt.hour + date.dt.minute / 60,
        "weekday": date.dt.day_of_week,
        "month": date.dt.month,
        "distance": drawn.distance,
        "origin_flights": drawn.origin.map(counts[0]),
        "destination_flights": drawn.destination.map(counts[1]),
        "late": (drawn.delay > LATE).astype(int),
    }).astype({name: "float64" for name in FEATURES}).reset_index(drop=True)


def parts_of(flights, seed):
    """70 % to learn from, 15 % to watch the learning, 15 % to judge it."""
    order = numpy.random.default_rng(seed).permutation(len(flights))
    first, second = int(0.7 * len(order)), int(0.85 * len(order))
    return flights.iloc[order[:first]], flights.iloc[order[first:second]], flights.iloc[order[second:]]


def fit(train, valid, options):
    checkpoint = Path(os.environ.get("ATELIER_CHECKPOINT", ".")) / "booster.txt"
    before = lightgbm.Booster(model_file=str(checkpoint)) if "ATELIER_CHECKPOINT" in os.environ and checkpoint.exists() else None
    done = before.current_iteration() if before else 0
    if done:
        print(f"Going on after round {done}")
    data = lightgbm.Dataset(train[FEATURES], train.late, free_raw_data=False)
    watched = data.create_valid(valid[FEATURES], valid.late)

    def live(round_):
        step = round_.iteration + 1
        values = {f"{part}_{metric}": value for part, metric, value, _ in round_.evaluation_result_list}
        mlflow.log_metrics(values, step=step)
        if step % SAVE_EVERY == 0:
            print(f"round {step}/{options.rounds}  " + "  ".join(f"{name} {value:.4f}" for name, value in values.items()), flush=True)
            if "ATELIER_CHECKPOINT" in os.environ:
                save(round_.model, checkpoint)

    if done >= options.rounds:
        return before
    return lightgbm.train(
        {"objective": "binary", "metric": ["auc", "binary_logloss"], "learning_rate": options.learning_rate, "num_leaves": options.leaves, "seed": options.seed,
         "bagging_fraction": 0.8, "bagging_freq": 1, "num_threads": options.threads, "verbosity": -1},
        data, num_boost_round=options.rounds - done, valid_sets=[data, watched], valid_names=["train", "valid"], callbacks=[live], init_model=before,
    )


def save(booster, path):
    """Whole or not at all: a kill in between leaves the one before."""
    part = path.with_suffix(".part")
    booster.save_model(str(part))
    part.replace(path)


def evaluate(booster, test):
    rows, late = test[FEATURES], test.late.to_numpy()
    chance = booster.predict(rows)
    cut = numpy.quantile(chance, 1 - late.mean())
    mlflow.log_metrics({"test_auc": roc_auc_score(late, chance), "test_average_precision": average_precision_score(late, chance), "test_accuracy": float(((chance >= cut) == late).mean())})
    mlflow.log_figure(RocCurveDisplay.from_predictions(late, chance, plot_chance_level=True).figure_, "charts/roc.png")
    mlflow.log_figure(ConfusionMatrixDisplay.from_predictions(late, chance >= cut, display_labels=["on time", "late"], normalize="true").figure_, "charts/confusion.png")
    gains = pandas.DataFrame({"feature": FEATURES, "gain": booster.feature_importance("gain").round(1), "splits": booster.feature_importance("split")})
    mlflow.log_table(gains.sort_values("gain", ascending=False), "charts/importance.json")
    mlflow.lightgbm.log_model(booster, name="late_flights", signature=infer_signature(rows, chance), input_example=rows.head(5))
    print(f"AUC {roc_auc_score(late, chance):.4f} on {len(test):,} flights that it had not seen")


if __name__ == "__main__":
    main()
