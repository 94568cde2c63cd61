import { expect, test } from 'vitest'
import { packagesCompared } from './compare.ts'
import { normalised, whyRebuilt } from './key.ts'
import { declaredNames } from './requirements.ts'
import { whyFailed } from './why-failed.ts'

test('requirements are the same whatever their comments, spaces and order', () => {
  expect(normalised('--index-url https://a\nb==2 # newer\n\n  a>=1 ; python_version > "3"\n#x\n')).toBe('--index-url https://a\na>=1 ; python_version > "3"\nb==2')
  expect(normalised('a \\\n  --hash=sha256:1\n')).toBe('a --hash=sha256:1')
})

test('why it must be built anew says what changed', () => {
  const parts = { requirements: 'a\nb', python: '3.11.7', platform: 'x', included: '', lock: '', index: '', installer: 'uv', worker: '1' }
  expect(whyRebuilt(parts, { ...parts, requirements: 'a\nc', python: '3.12.1' })).toBe('Since it was built, the requirements and the Python changed (+ c, − b).')
  expect(whyRebuilt(parts, parts)).toBe('')
})

test('declared packages are known however they are spelt', () => {
  expect([...declaredNames('Scikit_Learn>=1\nnumpy\n-r other.txt\n"pandas[all]"')]).toEqual(['scikit-learn', 'numpy', 'pandas'])
})

test('an installer’s last words become a sentence', () => {
  expect([
    'Because no-such-thing was not found in the package registry and you require no-such-thing, we can conclude that your requirements are unsatisfiable.',
    'error: failed to write: No space left on device (os error 28)', 'error: dns error: failed to lookup address information',
    'The virtual environment was not created successfully because ensurepip is not available.', 'all is well',
  ].map(whyFailed)).toEqual([
    'There is no package “no-such-thing” in the index. Check how it is spelt.',
    'The disk is full. Free some space, or prune environments that nothing uses, and build again; what was half built is removed by itself.',
    'The package index cannot be reached: there is no network, or a proxy or UV_INDEX_URL is missing. What is in the cache still builds.',
    'This Python cannot make environments: its venv part is missing. On Debian and Ubuntu run: sudo apt install python3-venv',
    undefined,
  ])
})

test('two environments are compared package by package', () => {
  expect(packagesCompared([{ name: 'A', version: '1' }, { name: 'b', version: '1' }], [{ name: 'a', version: '2' }])).toEqual([{ name: 'A', left: '1', right: '2' }, { name: 'b', left: '1', right: null }])
})
