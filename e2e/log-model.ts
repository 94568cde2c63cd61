import type { Server } from './server.ts'

type Where = Pick<Server, 'url' | 'token'>

const mlModel = `artifact_path: model
flavors:
  python_function:
    loader_module: mlflow.sklearn
    model_path: model.pkl
    python_version: 3.11.2
  sklearn:
    pickled_model: model.pkl
    serialization_format: cloudpickle
    sklearn_version: 1.9.1
mlflow_version: 3.17.2
saved_input_example_info:
  artifact_path: input_example.json
  type: dataframe
signature:
  inputs: '[{"type":"double","name":"distance","required":true},{"type":"long","name":"month","required":true},{"type":"string","name":"carrier","required":false}]'
  outputs: '[{"type":"tensor","tensor-spec":{"dtype":"float64","shape":[-1]}}]'
  params: null
`

const files: Readonly<Record<string, string>> = {
  MLmodel: mlModel, 'model.pkl': '\u0080\u0004 not a real pickle', 'requirements.txt': 'mlflow==3.17.2\nnumpy==2.4.1\nscikit-learn==1.9.1\n', 'python_env.yaml': 'python: 3.11.2\n',
  'input_example.json': '{"columns":["distance","month","carrier"],"data":[[412.5,1,"AA"],[1044,7,"DL"],[87.25,12,"UA"]]}',
}

/** A script that trains one model, as MLflow's client sends it: a run with figures and its data, and the model with its files. */
export async function logModel(server: Where, { name, metrics, params = {}, data }: { readonly name: string; readonly metrics: Readonly<Record<string, number>>; readonly params?: Readonly<Record<string, string>>; readonly data?: string }): Promise<{ run: string; model: string }> {
  const call = caller(server)
  const begun = await call('POST', 'runs/create', { experiment_id: '0', start_time: Date.now(), run_name: name, tags: [{ key: 'mlflow.source.name', value: 'train_delay.py' }, { key: 'mlflow.source.git.commit', value: '9f3c2ab47d10' }] })
  const run = textAt(begun, 'run', 'info', 'run_id')
  await call('POST', 'runs/log-batch', {
    run_id: run, metrics: Object.entries(metrics).map(([key, value]) => ({ key, value, timestamp: Date.now(), step: 0 })), params: Object.entries(params).map(([key, value]) => ({ key, value })),
  })
  if (data) await call('POST', 'runs/log-inputs', { run_id: run, datasets: [{ dataset: { name: data, digest: '5f1c02aa', source_type: 'local', source: '{"uri":"data"}' }, tags: [{ key: 'mlflow.data.context', value: 'training' }] }] })
  const model = await keepModel(server, { experiment: '0', run })
  await call('POST', 'runs/update', { run_id: run, status: 'FINISHED', end_time: Date.now() })
  return { run, model }
}

/** The model of a run with its files; answers its id. */
export async function keepModel(server: Where, { experiment, run }: { readonly experiment: string; readonly run: string }): Promise<string> {
  const call = caller(server)
  const made = await call('POST', 'logged-models', { experiment_id: experiment, name: 'model', source_run_id: run })
  const model = textAt(made, 'model', 'info', 'model_id')
  const home = textAt(made, 'model', 'info', 'artifact_uri').replace('mlflow-artifacts:/', '')
  for (const [path, text] of Object.entries(files)) await put(server, `${home}/${path}`, text)
  await call('PATCH', `logged-models/${model}`, { model_id: model, status: 'LOGGED_MODEL_READY' })
  return model
}

function caller({ url, token }: Where) {
  return async (method: string, path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${url()}api/2.0/mlflow/${path}`, { method, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) })
    const said: unknown = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(said)}`)
    return said
  }
}

async function put({ url, token }: Where, path: string, text: string): Promise<void> {
  const response = await fetch(`${url()}api/2.0/mlflow-artifacts/artifacts/${path}`, { method: 'PUT', headers: { authorization: `Bearer ${token}` }, body: text })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
}

function textAt(said: unknown, ...path: readonly string[]): string {
  return String(path.reduce((at: unknown, key) => Reflect.get(Object(at), key), said))
}
