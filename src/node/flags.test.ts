import { expect, test } from 'vitest'
import { readFlags } from './flags.ts'

const plain = { workspace: './workspace', port: 4400, host: '127.0.0.1', token: undefined, open: true, auth: true, standsIn: false, backendStoreUri: undefined, defaultArtifactRoot: undefined, artifactsDestination: undefined }

test('nothing said is the default', () => {
  expect(readFlags([], {})).toEqual(plain)
})

test('a flag goes before its variable', () => {
  expect(readFlags(['flights', '--port', '0', '--token', 't', '--no-open'], { ATELIER_PORT: '9', ATELIER_HOST: '::1', ATELIER_DEFAULT_ARTIFACT_ROOT: '/a' }))
    .toEqual({ ...plain, workspace: 'flights', port: 0, host: '::1', token: 't', open: false, defaultArtifactRoot: '/a' })
})

test('a mistake is a sentence and exit 2, help is exit 0', () => {
  const said = [['--port', 'x'], ['--nothing'], ['a', 'b'], ['--backend-store-uri', 'postgres://x'], ['--help']].map((args) => readFlags(args, {}))
  expect(said.map((one) => ('exit' in one ? one.exit : one))).toEqual([2, 2, 2, 2, 0])
})
