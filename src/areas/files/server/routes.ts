import { z } from 'zod'
import { actorOf, implement } from '#wire/implement.ts'
import { Problem } from '#wire/problem.ts'
import { files as contract } from '../contract.ts'
import { rawOf } from './raw.ts'
import type { Files } from './store.ts'

const Taken = z.enum(['refuse', 'replace', 'both']).default('refuse')

export function filesRoutes({ files }: { files: Files }) {
  const app = implement(contract, {
    list: async ({ folder }) => ({ entries: await files.list(folder), notice: files.notice() }),
    stat: ({ path }) => files.stat(path),
    taken: ({ paths }) => files.taken(paths),
    search: ({ text, limit }, { signal }) => files.search(text, limit, signal),
    read: ({ path }) => files.read(path),
    write: (writing) => files.write(writing),
    create: ({ path, kind }) => files.create(path, kind),
    move: ({ from, to }) => files.move(from, to),
    copy: ({ from, to }) => files.copy(from, to),
    trash: ({ paths }, { actor }) => files.trash(paths, actor.name),
    restore: ({ ids }) => files.restore(ids),
    trashed: () => files.trashed(),
    empty: async ({ ids }) => ({ removed: await files.empty(ids) }),
  })

  app.get('/files/raw', async (c) => {
    const place = await files.placeOf(wanted(c.req.query('path')))
    return rawOf(place, { range: c.req.header('range'), known: c.req.header('if-none-match'), download: c.req.query('download') !== undefined, head: c.req.method === 'HEAD' })
  })

  app.get('/files/zip', async (c) => {
    const paths = c.req.queries('path') ?? []
    if (paths.length === 0) throw new Problem('invalid', 'Say which files or folders by ?path=, once for each.', 'path')
    return files.packed(paths)
  })

  app.put('/files/upload', async (c) => {
    const length = Number(c.req.header('content-length') ?? Number.NaN)
    const taken = Taken.safeParse(c.req.query('taken'))
    if (!taken.success) throw new Problem('invalid', 'taken is refuse, replace or both.', 'taken')
    const body = c.req.raw.body ?? new Blob([]).stream()
    return c.json(await files.receive({ path: wanted(c.req.query('path')), body, bytes: Number.isFinite(length) ? length : null, taken: taken.data, by: actorOf(c).name }))
  })
  return app
}

function wanted(path: string | undefined): string {
  if (!path) throw new Problem('invalid', 'Say which file by ?path=.', 'path')
  return path
}
