import { testPython } from './test-python.test.util.ts'

/** Before the tests: the Python environment that they share is made once. */
export function setup(): void {
  testPython()
}
