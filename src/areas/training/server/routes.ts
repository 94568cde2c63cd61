import type { Files } from '#areas/files/server/store.ts'
import { implement } from '#wire/implement.ts'
import { training as contract } from '../contract.ts'
import { openJobFiles } from './job-files.ts'
import type { Training } from './store.ts'

export function trainingRoutes({ training, files }: { readonly training: Training; readonly files: Files }) {
  const jobFiles = openJobFiles(files)
  return implement(contract, {
    read: ({ path }) => jobFiles.read(path),
    save: ({ path, spec, hash }) => jobFiles.save(path, spec, hash),
    plan: ({ spec }) => training.plan(spec),
    start: ({ spec }, { actor }) => training.start(spec, actor.name),
    ofRun: ({ run }) => training.ofRun(run) ?? null,
    ofJob: ({ job }) => training.ofJob(job) ?? null,
    changedSince: async (asked) => ({ files: await training.changedSince(asked) }),
    rerun: (asked, { actor }) => training.rerun(asked, actor.name),
    stop: ({ run }) => training.stop(run),
    onnx: (asked) => training.onnx.standing(asked),
    toOnnx: (asked, { actor }) => training.onnx.convert(asked, actor.name),
  })
}
