import { expect, test } from 'vitest'
import { isLocal, isRelative, isUnder, modelUriOf } from './source-uri.ts'

test('models:/ addresses are told apart', () => {
  expect(['models:/m-1', 'models:/wine/3', 'models:/wine/Production', 'models:/a@b@champion', 'models:/wine/', 'models:/', 'models://host/x', 'models:/a/b/c', 's3://x'].map(modelUriOf)).toEqual([
    { kind: 'logged', id: 'm-1' }, { kind: 'version', name: 'wine', suffix: '3' }, { kind: 'version', name: 'wine', suffix: 'Production' }, { kind: 'version', name: 'a@b', alias: 'champion' }, 'fault', 'fault', 'fault', 'fault', undefined,
  ])
})

test('addresses that step out are seen through every encoding', () => {
  const out = ['mlflow-artifacts://host:80/../../x', 'https://h/api/2.0/mlflow-artifacts/artifacts/../../x', 's3:/b/models/../../x', 'mlflow-artifacts://h/..%2f..%2fx', 'http://h/a%252e%252e/%252e%252e%252fx', 'http://h/a%00', 'ftp://h/a/./b', 'http://h/a?x=/../b']
  expect([out.map(isRelative), ['s3://b/a..b/c', 'https://h/a/b', 'gs://x/%41'].map(isRelative)]).toEqual([out.map(() => true), [false, false, false]])
})

test('a proxied address lies under its run only part by part', () => {
  const root = 'mlflow-artifacts:/0/abc/artifacts'
  expect(['mlflow-artifacts:/0/abc/artifacts/model', 'mlflow-artifacts://host:5000/0/abc/artifacts', 'http://h:1/api/2.0/mlflow-artifacts/artifacts/0/abc/artifacts/m', 'mlflow-artifacts:/0/abcd/artifacts', 'mlflow-artifacts:/0/abc/artifactsx'].map((source) => isUnder(source, root))).toEqual([true, true, true, false, false])
  expect(['/a/b', 'file:///a', 'a', 's3://x'].map(isLocal)).toEqual([true, true, true, false])
})
