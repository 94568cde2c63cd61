import type { Asker } from '#wire/implement.ts'
import type { Fields, Given } from './fields.ts'
import { message } from './fields.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What is asked beside the fields: who, and for routes of bytes the request itself. */
export interface Asked extends Asker {
  readonly request: Request
}

type Answer = object | Promise<object>

/** One line of the table: what is served where, what it takes, and what answers. */
export interface Route {
  readonly methods: readonly Method[]
  readonly version: 2 | 3
  /** Below `/api/2.0` and `/ajax-api/2.0`; `:name` in it is a field. */
  readonly path: string
  readonly fields: Fields
  readonly answer: (raw: unknown, asked: Asked) => Answer
}

/** `route('POST', '/mlflow/experiments/delete', { experiment_id: needed(text) }, ({ experiment_id }) => …)`; an answer that is a Response goes out as it is, any other as JSON. */
export function route<F extends Fields>(method: Method | readonly Method[], path: string, fields: F, answer: (given: Given<F>, asked: Asked) => Answer | undefined | void, version: 2 | 3 = 2): Route {
  const shape = message(fields)
  return {
    methods: typeof method === 'string' ? [method] : method,
    version,
    path,
    fields,
    answer: async (raw, asked) => (await answer(shape.read(raw) as Given<F>, asked)) ?? {},
  }
}
