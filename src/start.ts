import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** The entry of `npm start`: what Node makes of the sources is kept, so that the next start takes a third of the time. */
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'atelier-compiled'))
const { run } = await import('./server.ts')
await run()
