"""Converts a logged model to ONNX and compares it with the predictor on sample rows.

    python to_onnx.py MODEL_FOLDER OUT_FOLDER ACCEPT

Writes OUT_FOLDER/verification.json, and model.onnx unless the largest difference is above ACCEPT; then it says so and ends with 4.
"""
import json
import os
import sys
import warnings

ROWS = 1000
REFUSED = 4


def main(folder, out, accept):
    flavors = flavors_of(folder)
    kind = next((name for name in ("lightgbm", "xgboost", "sklearn") if name in flavors), None)
    if kind is None:
        return refuse(f"A model of {', '.join(sorted(flavors)) or 'no known kind'} cannot be converted here: scikit-learn, LightGBM and XGBoost can.")
    rows, names = sample_rows(folder)
    if rows is None:
        return refuse("The model has no input example of numbers, so there is nothing to verify it with. Log it with input_example=….")
    try:
        model = load(kind, folder)
        wanted = predictions(kind, model, rows)
        converted = convert(kind, model, len(names))
        outputs, got = answers(converted.SerializeToString(), rows)
    except ImportError as error:
        return refuse(f"The environment of the model lacks {error.name}. Add skl2onnx, onnxmltools and onnxruntime to it, or convert in the default environment.")
    except Exception as error:
        return refuse(f"This {kind} model cannot be converted: {first_line(error)}")
    delta, beyond = difference(wanted, got, accept)
    largest = float(abs(wanted).max())
    told = {"delta": finite(delta), "rows": len(rows), "beyond": beyond, "largest": finite(largest), "accepted": accept, "columns": names, "outputs": outputs, "flavor": kind, "opset": max((one.version for one in converted.opset_import if one.domain in ("", "ai.onnx")), default=None)}
    with open(os.path.join(out, "verification.json"), "w") as file:
        json.dump(told, file, indent=2)
    print(f"Largest difference on {len(rows):,} sample rows: {delta:.3g} (allowed {accept:g})")
    if not delta <= accept:
        return refuse(f"The ONNX file differs from the predictor by up to {delta:.3g}, on {beyond:,} of {len(rows):,} sample rows by more than the {accept:g} that is allowed; the predictor's values reach {largest:.4g}. ONNX reckons with 32-bit floats: large values lose digits, and a row close to a split can take the other side.")
    with open(os.path.join(out, "model.onnx"), "wb") as file:
        file.write(converted.SerializeToString())
    return 0


def finite(value):
    """None where JSON has no word for it."""
    return value if abs(value) < float("inf") else None


def refuse(sentence):
    print(sentence)
    return REFUSED


def first_line(error):
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0][:300]


def flavors_of(folder):
    import yaml
    with open(os.path.join(folder, "MLmodel")) as file:
        return (yaml.safe_load(file) or {}).get("flavors", {})


def sample_rows(folder):
    """Rows for the comparison: the input example, varied so that many paths are taken; None where it has no numbers."""
    import numpy
    example, names = input_example(folder)
    if example is None or example.ndim != 2 or example.shape[0] == 0:
        return None, []
    random = numpy.random.default_rng(0)
    low, high = example.min(axis=0), example.max(axis=0)
    spread = numpy.where(high > low, high - low, numpy.maximum(1.0, abs(low)))
    picked = example[random.integers(0, len(example), ROWS)]
    noise = random.normal(0, 0.5, picked.shape) * spread
    whole = numpy.all(example == numpy.round(example), axis=0)
    varied = numpy.where(whole, numpy.round(picked + noise), picked + noise)
    return numpy.vstack([example, varied]), names


def input_example(folder):
    import numpy
    for name in ("serving_input_example.json", "input_example.json"):
        path = os.path.join(folder, name)
        if not os.path.exists(path):
            continue
        with open(path) as file:
            said = json.load(file)
        said = said.get("dataframe_split", said.get("inputs", said)) if isinstance(said, dict) else said
        data, names = (said["data"], said.get("columns")) if isinstance(said, dict) and "data" in said else (said, None)
        try:
            rows = numpy.asarray(data, dtype=numpy.float64)
        except (TypeError, ValueError):
            return None, []
        return rows, [str(one) for one in names] if names else [f"f{i}" for i in range(rows.shape[-1] if rows.ndim else 0)]
    return None, []


def load(kind, folder):
    import importlib
    return importlib.import_module(f"mlflow.{kind}").load_model(folder)


def convert(kind, model, wide):
    if kind == "sklearn" and not type(model).__module__.startswith(("lightgbm", "xgboost")):
        from skl2onnx import to_onnx
        from skl2onnx.common.data_types import FloatTensorType
        options = {id(model): {"zipmap": False}} if hasattr(model, "predict_proba") else None
        return to_onnx(model, initial_types=[("input", FloatTensorType([None, wide]))], options=options)
    import onnxmltools
    from onnxmltools.convert.common.data_types import FloatTensorType
    unnamed(model)
    how = onnxmltools.convert_lightgbm if type(model).__module__.startswith("lightgbm") or kind == "lightgbm" else onnxmltools.convert_xgboost
    extra = {"zipmap": False} if how is onnxmltools.convert_lightgbm else {}
    return how(model, initial_types=[("input", FloatTensorType([None, wide]))], **extra)


def unnamed(model):
    """XGBoost's features by their places: the converter knows no others."""
    booster = model.get_booster() if hasattr(model, "get_booster") else model
    if type(booster).__module__.startswith("xgboost"):
        booster.feature_names = None


def answers(content, rows):
    """Names of the outputs, and what the ONNX file says of the rows: probabilities where there are such, else values. It takes 32-bit floats, whatever the rows are."""
    import numpy
    import onnxruntime
    onnxruntime.set_default_logger_severity(3)
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    found = session.run(None, {session.get_inputs()[0].name: rows.astype(numpy.float32)})
    return [one.name for one in session.get_outputs()], numpy.asarray(found[-1], dtype=numpy.float64)


def difference(wanted, got, accept):
    """The largest, and how many rows differ by more than is accepted."""
    import numpy
    if got.ndim == 2 and got.shape[1] == 2 and wanted.ndim == 1:
        got = got[:, 1]
    if got.size != wanted.size:
        return float("inf"), len(wanted)
    apart = numpy.abs(got.reshape(wanted.shape) - wanted).reshape(len(wanted), -1).max(axis=1)
    return float(apart.max()), int((~(apart <= accept)).sum())


def predictions(kind, model, rows):
    import numpy
    if hasattr(model, "predict_proba"):
        found = model.predict_proba(rows)
    elif kind == "xgboost" and type(model).__name__ == "Booster":
        import xgboost
        found = model.predict(xgboost.DMatrix(rows, feature_names=model.feature_names))
    else:
        found = model.predict(rows)
    return numpy.asarray(found, dtype=numpy.float64)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main(sys.argv[1], sys.argv[2], float(sys.argv[3])))
