import os
import mlflow
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

token = os.environ.pop("MLFLOW_TRACKING_TOKEN")


def answers(**variables):
    os.environ.update(variables)
    try:
        return MlflowClient().get_experiment("0").name
    except MlflowException as error:
        return f"{error.error_code} {error.get_http_status_code()}"
    finally:
        for name in variables:
            del os.environ[name]


try:
    assert answers() == "UNAUTHENTICATED 401"
    assert answers(MLFLOW_TRACKING_TOKEN=token) == "Default"
    assert answers(MLFLOW_TRACKING_TOKEN=token + "x") == "UNAUTHENTICATED 401"
    assert answers(MLFLOW_TRACKING_USERNAME="anna", MLFLOW_TRACKING_PASSWORD=token) == "Default"
    assert answers(MLFLOW_TRACKING_USERNAME="anna", MLFLOW_TRACKING_PASSWORD="guess") == "UNAUTHENTICATED 401"
finally:
    os.environ["MLFLOW_TRACKING_TOKEN"] = token
