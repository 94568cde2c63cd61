import { testMlflow, testPython } from './test-python.test.util.ts'

/** Before the tests: the Python environments that they share are made once. */
export function setup(): void {
  testPython()
  testMlflow()
}
