"""Runs scripts in turn in one interpreter, for the import of mlflow takes seconds: a path a line in, one line of JSON out."""
import contextlib, io, json, logging, runpy, sys, traceback, warnings

import mlflow

warnings.filterwarnings("ignore")
logging.getLogger("mlflow").setLevel(logging.ERROR)
answers = sys.stdout

for line in sys.stdin:
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            runpy.run_path(json.loads(line))
        error = None
    except BaseException:
        error = traceback.format_exc()
    while mlflow.active_run():
        mlflow.end_run()
    mlflow.sklearn.autolog(disable=True)
    print(json.dumps({"error": error, "said": said.getvalue()}), file=answers, flush=True)
