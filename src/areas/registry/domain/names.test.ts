import { expect, test } from 'vitest'
import { aliasFault, modelNameFault, tagKeyFault } from './names.ts'

test('names, tag keys and aliases are refused in MLflow’s words', () => {
  expect([modelNameFault('a b.c-ü'), modelNameFault(' '), modelNameFault('', 'new_name'), modelNameFault('a/b'), modelNameFault('a:b'), modelNameFault('..')]).toEqual([
    undefined, "Missing value for required parameter 'name'.", "Missing value for required parameter 'new_name'.", "Invalid model name 'a/b'. Names cannot contain '/' or ':'.", "Invalid model name 'a:b'. Names cannot contain '/' or ':'.",
    `Invalid value ".." for parameter 'name' supplied: Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '..'`,
  ])
  expect([tagKeyFault('größe/1 a:b'), tagKeyFault('a$'), tagKeyFault('a'.repeat(251))]).toEqual([
    undefined, `Invalid value "a$" for parameter 'key' supplied: Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).`, "'key' exceeds the maximum length of 250 characters",
  ])
  const fault = (alias: string) => aliasFault(alias, { reserved: true })
  expect([fault('champion-2_ü'), fault(''), fault('a b'), fault('Latest'), fault('v12'), aliasFault('latest', { reserved: false }), fault('v1x'), fault('x'.repeat(256))]).toEqual([
    undefined, 'Registered model alias name cannot be empty.', "Invalid alias name: 'a b'. Names may only contain alphanumerics, underscores (_), and dashes (-).", "'latest' alias name (case insensitive) is reserved.", "Version alias name 'v12' is reserved.", undefined, undefined,
    "'Registered model alias name' exceeds the maximum length of 255 characters",
  ])
})
