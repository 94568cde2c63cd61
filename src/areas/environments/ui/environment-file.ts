import type { z } from 'zod'
import type { environments } from '../contract.ts'

/** An environment in full. */
export type Environment = z.output<typeof environments.get.output>

/** The file that declares its packages. */
export function fileOf({ name, declared }: Environment): string {
  return `environments/${name}/${declared?.project ? 'pyproject.toml' : 'requirements.txt'}`
}
