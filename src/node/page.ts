import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Hono } from 'hono'
import { streamed } from './streamed.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.json': 'application/json', '.png': 'image/png', '.ico': 'image/x-icon', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
}

/** The built page; every address that is no file is the page itself, which reads the address. */
export function pageRoutes(dist: string): Hono {
  const app = new Hono()
  app.get('*', async (c) => {
    const asked = normalize(decodeURIComponent(c.req.path)).replace(/^[/\\]+/, '')
    const file = asked.startsWith('..') || asked.includes('\0') ? '' : asked
    const found = await answer(join(dist, file), file.startsWith(`assets${sep}`))
    if (found) return merged(c.res.headers, found)
    if (file.startsWith(`assets${sep}`)) return c.notFound()
    return merged(c.res.headers, (await answer(join(dist, 'index.html'), false)) ?? new Response('The page is not built. Run npm start.', { status: 500 }))
  })
  return app
}

async function answer(path: string, forever: boolean): Promise<Response | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return new Response(streamed(createReadStream(path)), {
    headers: {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-length': String(found.size),
      'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
}

function merged(headers: Headers, response: Response): Response {
  for (const [name, value] of headers) if (!response.headers.has(name)) response.headers.set(name, value)
  return response
}
