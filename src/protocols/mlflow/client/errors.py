import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag
from mlflow.exceptions import MlflowException, RestException

client = MlflowClient()
experiment = client.create_experiment("errors")
run_id = client.create_run(experiment).info.run_id
store = client._tracking_client.store


def refused(code, words, work):
    try:
        work()
    except MlflowException as error:
        assert error.error_code == code and words in str(error), (error.error_code, str(error))
        return
    raise AssertionError(f"not refused: {words}")


invalid, missing = "INVALID_PARAMETER_VALUE", "RESOURCE_DOES_NOT_EXIST"
refused("RESOURCE_ALREADY_EXISTS", "already exists", lambda: client.create_experiment("errors"))
refused(missing, "No Experiment with id=424242 exists", lambda: client.get_experiment("424242"))
refused(missing, f"Run with id={'0' * 32} not found", lambda: client.get_run("0" * 32))
refused(missing, "not found", lambda: client.log_metric("1" * 32, "m", 1))
refused(missing, "No tag with name: nope", lambda: client.delete_tag(run_id, "nope"))
client.log_param(run_id, "p", "1")
refused(invalid, "Changing param values is not allowed. Param with key='p' was already logged with value='1'", lambda: client.log_param(run_id, "p", "2"))
refused(invalid, "Changing param values is not allowed", lambda: client.log_batch(run_id, params=[Param("p", "2")]))
assert client.get_run(run_id).data.params == {"p": "1"}
refused(invalid, "Invalid value", lambda: store.log_metric(run_id, Metric("a/../b", 1, 1, 0)))
refused(invalid, "A batch logging request can contain at most 1000 metrics", lambda: store.log_batch(run_id, [Metric("m", i, 1, i) for i in range(1001)], [], []))
refused(invalid, "at most 1000 metrics, params, and tags", lambda: store.log_batch(run_id, [Metric("m", i, 1, i) for i in range(990)], [Param(f"q{i}", "1") for i in range(11)], []))
refused(invalid, "Duplicate parameter keys have been submitted: ['a']", lambda: store.log_batch(run_id, [], [Param("a", "1"), Param("a", "1")], []))
refused(invalid, "exceeds the maximum length of 250", lambda: client.log_metric(run_id, "k" * 251, 1))
assert client.get_metric_history(run_id, "m") == [], "a refused batch leaves nothing"
client.delete_run(run_id)
refused(invalid, "must be in the 'active' state", lambda: client.log_metric(run_id, "m", 1))
client.delete_experiment(experiment)
refused(invalid, "must be in the 'active' state", lambda: client.create_run(experiment))
refused(invalid, "Invalid value 123456789 for parameter 'max_results' supplied", lambda: store.search_runs([experiment], "", 1, 123456789, None, None))
refused(invalid, "page token", lambda: client.search_runs([experiment], page_token="not one"))
refused("ENDPOINT_NOT_FOUND", "", lambda: mlflow.genai.datasets.get_dataset(dataset_id="d-1"))
