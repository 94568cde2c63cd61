import { expect, test } from 'vitest'
import { exampleOf } from './example.ts'
import { mlModelOf, requirementsOf } from './mlmodel.ts'
import { signatureOf } from './signature.ts'

test('column, tensor and nested signatures are read as MLflow writes them', () => {
  expect(signatureOf({
    inputs: '[{"type":"double","name":"x","required":true},{"type":"long","name":"n","required":false},{"type":"array","items":{"type":"string"},"name":"tags"},{"type":"object","properties":{"id":{"type":"long","required":true}},"name":"o","required":true}]',
    outputs: '[{"type":"tensor","tensor-spec":{"dtype":"float32","shape":[-1,3]}}]',
    params: '[{"name":"t","type":"float","default":0.5,"shape":null},{"name":"stop","type":"string","default":[],"shape":[-1]}]',
  })).toEqual({
    signature: {
      inputs: [{ name: 'x', type: 'double', required: true, shape: null }, { name: 'n', type: 'long', required: false, shape: null }, { name: 'tags', type: 'array<string>', required: true, shape: null }, { name: 'o', type: 'object{id: long}', required: true, shape: null }],
      outputs: [{ name: '', type: 'float32', required: true, shape: [-1, 3] }],
      params: [{ name: 't', type: 'float', required: true, shape: null }, { name: 'stop', type: 'string', required: true, shape: [-1] }],
    },
    warnings: [],
  })
  expect(signatureOf(undefined)).toEqual({ signature: null, warnings: [] })
  expect(signatureOf({ inputs: '{', outputs: null })).toEqual({ signature: null, warnings: ['The inputs of the signature cannot be read.'] })
  expect(signatureOf('x').warnings).toEqual(['The signature in MLmodel is not written as MLflow writes it.'])
})

test('examples of every orientation stand as a table', () => {
  expect([
    exampleOf({ columns: ['a', 'b'], data: [[1, 'x']] }), exampleOf({ dataframe_split: { columns: ['a'], index: [0], data: [[1]] } }), exampleOf([{ a: 1 }, { b: 2 }]), exampleOf({ inputs: [[1, 2], [3, 4]] }), exampleOf({ inputs: { x: [1, 2], y: [3] } }), exampleOf([1, 2]), exampleOf('hello'), exampleOf({ a: 1 }),
  ]).toEqual([
    { columns: ['a', 'b'], rows: [[1, 'x']] }, { columns: ['a'], rows: [[1]] }, { columns: ['a', 'b'], rows: [[1, null], [null, 2]] }, { columns: ['0', '1'], rows: [[1, 2], [3, 4]] },
    { columns: ['x', 'y'], rows: [[1, 3], [2, null]] }, { columns: ['0'], rows: [[1], [2]] }, { columns: ['value'], rows: [['hello']] }, { columns: ['value'], rows: [[{ a: 1 }]] },
  ])
})

test('MLmodel tells flavors, versions and that a flavor is pickled', () => {
  expect(mlModelOf({ flavors: { python_function: { loader_module: 'mlflow.sklearn', python_version: '3.11.2', env: { conda: 'conda.yaml' } }, sklearn: { serialization_format: 'cloudpickle', code: null } }, mlflow_version: '3.17.2', run_id: 'r', model_id: 'm-1', saved_input_example_info: { artifact_path: 'input_example.json', type: 'dataframe' } })).toEqual({
    flavors: [{ name: 'python_function', facts: [{ key: 'loader_module', value: 'mlflow.sklearn' }, { key: 'python_version', value: '3.11.2' }, { key: 'env', value: '{"conda":"conda.yaml"}' }] }, { name: 'sklearn', facts: [{ key: 'serialization_format', value: 'cloudpickle' }] }],
    signature: null, mlflowVersion: '3.17.2', python: '3.11.2', run: 'r', loggedModel: 'm-1', examplePath: 'input_example.json',
    warnings: ['The sklearn flavor is pickled: loading it runs code that the file brings. Load it only where you trust who made it.'],
  })
  expect(mlModelOf([1]).warnings).toEqual(['MLmodel is not written as MLflow writes it; only the files are shown.'])
  expect(requirementsOf('# made\nmlflow==3.17.2\r\n\nscikit-learn==1.9.1  # why\n')).toEqual(['mlflow==3.17.2', 'scikit-learn==1.9.1'])
})
