import type { Artifact } from '#areas/runs/domain/shown.ts'
import type { Artifacts } from '#areas/runs/server/artifacts.ts'
import type { Runs } from '#areas/runs/server/store.ts'
import { listed } from './speak.ts'
import { needed, runId, text } from './wire/fields.ts'
import { route } from './wire/route.ts'
import type { Route } from './wire/route.ts'

/** What lies in a folder of a run's, a model's or the proxy's artifacts. */
export function artifactLists({ runs, models }: Pick<Runs, 'runs' | 'models'>, artifacts: Artifacts): readonly Route[] {
  const under = async (uri: string, path?: string) => ({ root_uri: uri, ...filesSaid(await artifacts.list(uri, path)) })
  return [
    route('GET', '/mlflow/artifacts/list', { run_id: runId, path: text, page_token: text }, ({ run_id, path }) => under(runs.info(run_id).artifactUri, path)),
    route('GET', '/mlflow/logged-models/:model_id/artifacts/directories', { model_id: needed(text), artifact_directory_path: text }, ({ model_id, artifact_directory_path }) => under(models.get(model_id).artifactUri, artifact_directory_path)),
    route('GET', '/mlflow-artifacts/artifacts', { path: text }, async ({ path }) => filesSaid((await artifacts.list('mlflow-artifacts:/', path)).map((one) => ({ ...one, path: one.path.slice(one.path.lastIndexOf('/') + 1) })))),
  ]
}

function filesSaid(files: readonly Artifact[]): object {
  return listed('files', files.map(({ path, folder, bytes }) => ({ path, is_dir: folder, ...(bytes ? { file_size: bytes } : {}) })))
}
