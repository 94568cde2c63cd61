import { expect, test } from 'vitest'
import { mlModelOf, requirementsOf } from './ml-model.ts'
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

test('MLmodel tells flavors, versions and that a flavor is pickled', () => {
  expect(mlModelOf({ flavors: { python_function: { loader_module: 'mlflow.sklearn', python_version: '3.11.2', env: { conda: 'conda.yaml' } }, sklearn: { serialization_format: 'cloudpickle', code: null } }, mlflow_version: '3.17.2', run_id: 'r', model_id: 'm-1', saved_input_example_info: { artifact_path: 'input_example.json', type: 'dataframe' } })).toEqual({
    flavors: [{ name: 'python_function', facts: [{ key: 'loader_module', value: 'mlflow.sklearn' }, { key: 'python_version', value: '3.11.2' }, { key: 'env', value: '{"conda":"conda.yaml"}' }] }, { name: 'sklearn', facts: [{ key: 'serialization_format', value: 'cloudpickle' }] }],
    signature: null, mlflowVersion: '3.17.2', python: '3.11.2', run: 'r', loggedModel: 'm-1', examplePath: 'input_example.json',
    warnings: ['The sklearn flavor is pickled: loading it runs code that the file brings. Load it only where you trust who made it.'],
  })
  expect(mlModelOf([1]).warnings).toEqual(['MLmodel is not written as MLflow writes it; only the files are shown.'])
  expect(requirementsOf('# made\nmlflow==3.17.2\r\n\nscikit-learn==1.9.1  # why\n')).toEqual(['mlflow==3.17.2', 'scikit-learn==1.9.1'])
})
