"""Converts a logged model to ONNX and compares it with the predictor on sample rows.

    python to_onnx.py MODEL_FOLDER OUT_FOLDER ACCEPT

Writes OUT_FOLDER/model.onnx and verification.json, unless the largest difference is above ACCEPT; then it says so and ends with 4.
"""
import json
import os
import sys
import warnings

ROWS = 200
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
        wide = len(names)
        converted = convert(kind, model, wide)
        content = converted.SerializeToString()
    except ImportError as error:
        return refuse(f"The environment of the model lacks {error.name}. Add skl2onnx, onnxmltools and onnxruntime to it, or convert in the default environment.")
    delta, outputs = difference(kind, model, content, rows)
    told = {"delta": delta, "rows": len(rows), "accepted": accept, "columns": names, "outputs": outputs, "flavor": kind, "opset": max((one.version for one in converted.opset_import if one.domain in ("", "ai.onnx")), default=None)}
    print(f"Largest difference on {len(rows)} sample rows: {delta:.3g} (allowed {accept:g})")
    if not delta <= accept:
        return refuse(f"The ONNX file differs from the predictor by {delta:.3g} on the sample rows, more than the {accept:g} that is allowed. Accept that difference by name if it is small enough for you.")
    with open(os.path.join(out, "model.onnx"), "wb") as file:
        file.write(content)
    with open(os.path.join(out, "verification.json"), "w") as file:
        json.dump(told, file, indent=2)
    return 0


def refuse(sentence):
    print(sentence)
    return REFUSED


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
    return numpy.vstack([example, varied]).astype(numpy.float32), names


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
    how = onnxmltools.convert_lightgbm if type(model).__module__.startswith("lightgbm") or kind == "lightgbm" else onnxmltools.convert_xgboost
    extra = {"zipmap": False} if how is onnxmltools.convert_lightgbm else {}
    return how(model, initial_types=[("input", FloatTensorType([None, wide]))], **extra)


def difference(kind, model, content, rows):
    """Largest difference of what both say of the rows: probabilities where there are such, else values."""
    import numpy
    import onnxruntime
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    found = session.run(None, {session.get_inputs()[0].name: rows})
    names = [one.name for one in session.get_outputs()]
    wanted = numpy.asarray(predictions(kind, model, rows), dtype=numpy.float64)
    got = numpy.asarray(found[-1] if len(found) > 1 else found[0], dtype=numpy.float64)
    if got.ndim == 2 and got.shape[1] == 2 and wanted.ndim == 1:
        got = got[:, 1]
    if got.size != wanted.size:
        return float("inf"), names
    return float(numpy.max(numpy.abs(got.reshape(wanted.shape) - wanted))), names


def predictions(kind, model, rows):
    if hasattr(model, "predict_proba"):
        return model.predict_proba(rows)
    if kind == "xgboost" and type(model).__name__ == "Booster":
        import xgboost
        return model.predict(xgboost.DMatrix(rows))
    return model.predict(rows)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main(sys.argv[1], sys.argv[2], float(sys.argv[3])))
