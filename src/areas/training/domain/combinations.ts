import type { JobFile } from './job-file.ts'

export type Values = Readonly<Record<string, string | number>>

/** Work at once that one press may start. */
export const mostRuns = 1000

/** How many times `each` starts the work; told without making the combinations. */
export function runsOf({ each }: Pick<JobFile, 'each'>): number {
  return Object.values(each).reduce((product, values) => product * values.length, 1)
}

/** Every combination of `each`, the last name turning fastest; one without values where there is none. */
export function combinationsOf({ each }: Pick<JobFile, 'each'>): Values[] {
  return Object.entries(each).reduce<Values[]>((all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))), [{}])
}

/** `seed=1, rows=1000`. */
export function valuesText(values: Values): string {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`).join(', ')
}

export function valueArgs(values: Values): string[] {
  return Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)])
}
