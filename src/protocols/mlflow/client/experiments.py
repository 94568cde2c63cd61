import mlflow
from mlflow import MlflowClient
from mlflow.entities import ViewType
from mlflow.exceptions import MlflowException, RestException

client = MlflowClient()
assert client.get_experiment("0").name == "Default"
one = client.create_experiment("exp one", tags={"team": "red", "kind": "Big"})
two = client.create_experiment("exp two", tags={"team": "blue"}, artifact_location="file:///tmp/atelier-elsewhere")
assert client.get_experiment(two).artifact_location == "file:///tmp/atelier-elsewhere"
assert client.get_experiment_by_name("exp one").experiment_id == one and client.get_experiment_by_name("nobody") is None


def names(filter_string=None, view=ViewType.ACTIVE_ONLY, order=None, **more):
    return [e.name for e in client.search_experiments(view_type=view, filter_string=filter_string, order_by=order, **more) if e.name.startswith("exp")]


assert names("name = 'exp one'") == ["exp one"]
assert sorted(names("name LIKE 'exp%'")) == ["exp one", "exp two"]
assert names("name ILIKE 'EXP T%'") == ["exp two"]
assert names("name != 'exp one' AND name LIKE 'exp%'") == ["exp two"]
assert names("tags.team = 'red'") == ["exp one"] and names("tags.kind ILIKE 'bi%' AND tag.team != 'blue'") == ["exp one"]
assert names("creation_time > 0 AND name LIKE 'exp %'", order=["name DESC"]) == ["exp two", "exp one"]
page = client.search_experiments(max_results=1, order_by=["name"], filter_string="name LIKE 'exp %'")
assert [e.name for e in page] == ["exp one"] and page.token
rest = client.search_experiments(max_results=1, order_by=["name"], filter_string="name LIKE 'exp %'", page_token=page.token)
assert [e.name for e in rest] == ["exp two"] and not rest.token

client.set_experiment_tag(one, "team", "green")
assert client.get_experiment(one).tags == {"team": "green", "kind": "Big"}
client.delete_experiment_tag(one, "kind")
assert client.get_experiment(one).tags == {"team": "green"}
client.rename_experiment(one, "exp uno")
assert client.get_experiment(one).name == "exp uno"

run = client.create_run(one)
client.delete_experiment(one)
assert client.get_experiment(one).lifecycle_stage == "deleted" and client.get_run(run.info.run_id).info.lifecycle_stage == "deleted"
assert names(view=ViewType.DELETED_ONLY) == ["exp uno"] and sorted(names(view=ViewType.ALL)) == ["exp two", "exp uno"]
try:
    mlflow.set_experiment("exp uno")
    raise AssertionError("a deleted experiment cannot be set")
except MlflowException as error:
    assert "deleted experiment" in str(error), error
try:
    client.create_experiment("exp uno")
    raise AssertionError("the name of a deleted experiment is taken")
except RestException as error:
    assert error.error_code == "RESOURCE_ALREADY_EXISTS" and error.get_http_status_code() == 400
client.restore_experiment(one)
assert client.get_run(run.info.run_id).info.lifecycle_stage == "active"
