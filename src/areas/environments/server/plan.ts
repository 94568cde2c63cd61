import { z } from 'zod'
import { KeyParts } from '../domain/environment.ts'

/** What the builder is told; it runs in a process of its own, so that a build outlives the studio. */
export const Plan = z.object({
  name: z.string(),
  key: z.string(),
  parts: KeyParts,
  /** The lasting place of the environment. */
  folder: z.string(),
  home: z.string(),
  python: z.string(),
  requirements: z.string(),
  /** Files that the requirements include, laid beside them. */
  files: z.array(z.object({ name: z.string(), text: z.string() })),
  /** The folder of a `pyproject.toml`, where one declares the packages. */
  project: z.string().nullable(),
  again: z.boolean(),
})
export type Plan = z.infer<typeof Plan>

/** Kept in a built environment; it is whole when this is there. */
export const Manifest = z.object({
  name: z.string(), key: z.string(), parts: KeyParts, python: z.string(), built: z.string(), seconds: z.number(), bytes: z.int(),
  packages: z.array(z.object({ name: z.string(), version: z.string() })),
  lock: z.string(),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestName = 'atelier.json'
