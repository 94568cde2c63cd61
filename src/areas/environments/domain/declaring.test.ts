import { expect, test } from 'vitest'
import { nameFor } from './adopted-name.ts'
import { changeOf, packagesCompared, valuesCompared } from './compare.ts'
import { packagesFound } from './find-packages.ts'
import { changesBetween } from './key.ts'
import { phasesIn } from './phases.ts'
import { secretsIn, variablesIn, variablesText } from './settings-text.ts'

test('packages are one by their normal name, and what became of each is told', () => {
  const found = packagesCompared([{ name: 'scikit_learn', version: '1.7' }, { name: 'six', version: '1.16' }, { name: 'old', version: '1' }], [{ name: 'scikit-learn', version: '1.9' }, { name: 'six', version: '1.16' }, { name: 'new', version: '2' }])
  expect(found.map((one) => [one.name, changeOf(one)])).toEqual([['new', 'added'], ['old', 'removed'], ['scikit_learn', 'changed'], ['six', 'same']])
})

test('variables differ by their exact names', () => {
  expect(valuesCompared({ A: '1', b: '2' }, { a: '1', b: '3' })).toEqual([{ name: 'A', left: '1', right: null }, { name: 'a', left: null, right: '1' }, { name: 'b', left: '2', right: '3' }])
})

test('typed variables are read back as they were written, and a line that is none is named', () => {
  const variables = { OMP_NUM_THREADS: '1', URL: 'http://x/?a=b' }
  expect(variablesIn(variablesText(variables))).toEqual({ variables })
  expect(variablesIn('# a note\n\nA=1\nnot one').problem).toBe('“not one” is not NAME=value.')
  expect(variablesIn('2X=1').problem).toBe('“2X=1” is not NAME=value.')
})

test('secrets are names alone; a value among them is refused', () => {
  expect(secretsIn('API_TOKEN, DB_PASSWORD\nAPI_TOKEN')).toEqual({ secrets: ['API_TOKEN', 'DB_PASSWORD'] })
  expect(secretsIn('API_TOKEN=abc').secrets).toEqual([])
  expect(secretsIn('API-TOKEN').problem).toContain('such as API_TOKEN')
})

test('packages are found by words of name and version, those that begin with it first', () => {
  const packages = [{ name: 'nest-asyncio', version: '1.6', declared: false }, { name: 'asyncio_mqtt', version: '2.0', declared: true }, { name: 'six', version: '1.16', declared: true }]
  expect(packagesFound(packages, 'asyncio').map(({ name }) => name)).toEqual(['asyncio_mqtt', 'nest-asyncio'])
  expect(packagesFound(packages, ' asyncio 1.6 ').map(({ name }) => name)).toEqual(['nest-asyncio'])
  expect(packagesFound(packages, '')).toEqual(packages)
})

test('an adopted Python is offered a name that is free', () => {
  const pyenv = { path: '/home/me/.pyenv/versions/3.12.1/bin/python3', version: '3.12.1', kind: 'pyenv' as const, usable: true, note: '' }
  expect([nameFor(pyenv, pyenv.path, []), nameFor(pyenv, pyenv.path, ['python-3.12.1']), nameFor(undefined, '~/My Project/.venv', []), nameFor(undefined, '', [])]).toEqual(['python-3.12.1', 'python-3.12.1-2', 'my-project', ''])
})

test('what changed since the last build is told part by part and line by line', () => {
  const before = { requirements: 'pandas==2\nsix', python: '3.11.7', platform: 'x', included: '', lock: '', index: '', installer: 'uv', worker: '1' }
  expect(changesBetween(before, { ...before, requirements: 'pandas==3\nsix', python: '3.13.0' })).toEqual([
    { part: 'The requirements', removed: ['pandas==2'], added: ['pandas==3'] }, { part: 'The Python', removed: ['3.11.7'], added: ['3.13.0'] },
  ])
})

test('the phases of a build are read from its log', () => {
  expect(phasesIn(['==> Making the environment', 'Using ==> CPython', '==> Installing 2 requirements'].map((text, line) => ({ text, line })))).toEqual([{ text: 'Making the environment', line: 0 }, { text: 'Installing 2 requirements', line: 2 }])
})
