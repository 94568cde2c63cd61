import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

/** Areas in order of dependence: an area may use those before it, never those after. */
const areas = [
  'workspaces', 'files', 'jobs', 'environments', 'datasets', 'wrangler', 'featurestore', 'labelling', 'notebooks',
  'runs', 'registry', 'training', 'explain', 'endpoints', 'monitoring', 'pipelines',
]

const react = 'react react-dom react-aria-components lucide-react'
const views = `${react} flexlayout-react monaco-editor react-markdown remark-gfm uplot reactflow`

/** What each room may import. `^room` is that room in an earlier area; the second list names packages. */
const law: Record<string, readonly [rooms: string, packages: string]> = {
  lib: ['', ''],
  stats: ['lib', ''],
  'wire-contract': ['', 'zod'],
  wire: ['wire-contract', 'zod hono @tanstack/react-query'],
  domain: ['lib stats ^domain', 'zod'],
  contract: ['wire-contract domain ^domain ^contract', 'zod'],
  kit: ['lib', views],
  node: ['lib wire wire-contract', 'node:* @duckdb/node-api hono @hono/node-server vite zod'],
  server: ['lib stats wire wire-contract node domain contract ^domain ^contract ^server', 'node:* hono zod yaml'],
  ui: ['lib stats wire wire-contract kit domain contract ^domain ^contract', `${react} @tanstack/react-query zod`],
  sample: ['lib node', 'node:*'],
  protocols: ['lib stats wire wire-contract node ^domain ^contract ^server', 'node:* hono zod'],
  studio: ['*', `${views} @tanstack/react-query zod`],
  main: ['*', '*'],
}

function roomOf(file: string): { room: string; area: string } {
  const [top = '', area = '', room = ''] = file.replace(/\.(tsx?|css)$/, '').split('/')
  if (top === 'areas') return { area, room }
  if (file === 'wire/contract.ts') return { area: '', room: 'wire-contract' }
  return { area: '', room: ['server.ts', 'start.ts'].includes(file) ? 'main' : top }
}

function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8')
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module
  const requests = [...staticImports, ...staticExports.flatMap((e) => e.entries)].map((i) => i.moduleRequest?.value)
  const lazy = dynamicImports.map(({ moduleRequest: m }) => text.slice(m.start + 1, m.end - 1))
  return [...requests, ...lazy].filter((path) => path !== undefined)
}

function may(list: string, word: string): boolean {
  return list.split(' ').some((one) => one === '*' || one === word || (one.endsWith(':*') && word.startsWith(one.slice(0, -1))))
}

function breach(file: string, path: string): string | undefined {
  const from = roomOf(file)
  const [rooms, packages] = law[from.room] ?? ['', '']
  if (!/^[.#]/.test(path)) return may(packages, /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path) ? undefined : `${file} may not use ${path}`
  const to = roomOf(path.startsWith('#') ? path.slice(1) : join(dirname(file), path))
  return lawful({ from, to, rooms }) ? undefined : `${file} may not reach ${path}`
}

function lawful({ from, to, rooms }: { from: { room: string; area: string }; to: { room: string; area: string }; rooms: string }): boolean {
  if (to.area === from.area || to.area === '') return to.room === from.room || may(rooms, to.room)
  if (from.area === '') return may(rooms, to.room) || may(rooms, `^${to.room}`)
  return areas.indexOf(to.area) < areas.indexOf(from.area) && may(rooms, `^${to.room}`)
}

test('every import obeys the law of the house', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: 'src' }).filter((file) => !file.includes('.test.') && !file.endsWith('.d.ts'))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => !(roomOf(file).room in law))).toEqual([])
  expect(files.filter((file) => file.startsWith('areas/') && !areas.includes(roomOf(file).area))).toEqual([])
  expect(files.flatMap((file) => importsOf(file).map((path) => breach(file, path))).filter(Boolean)).toEqual([])
})

test('the law refuses what it should', () => {
  expect([
    breach('areas/jobs/ui/JobList.tsx', '#areas/datasets/contract.ts'),
    breach('areas/datasets/ui/Data.tsx', '#node/files.ts'),
    breach('areas/wrangler/domain/recipe.ts', 'node:fs'),
    breach('kit/DataGrid.tsx', '#wire/ask.ts'),
    breach('areas/wrangler/ui/Grid.tsx', '#areas/datasets/ui/Data.tsx'),
    breach('areas/wrangler/server/routes.ts', '#areas/datasets/server/store.ts'),
  ]).toEqual([
    'areas/jobs/ui/JobList.tsx may not reach #areas/datasets/contract.ts',
    'areas/datasets/ui/Data.tsx may not reach #node/files.ts',
    'areas/wrangler/domain/recipe.ts may not use node:fs',
    'kit/DataGrid.tsx may not reach #wire/ask.ts',
    'areas/wrangler/ui/Grid.tsx may not reach #areas/datasets/ui/Data.tsx',
    undefined,
  ])
})
