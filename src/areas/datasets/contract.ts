import { z } from 'zod'
import { contract } from '#wire/contract.ts'
import { Dataset, DatasetName, Dialect, FieldShape, Format, Version, Wish } from './domain/dataset.ts'

const Which = z.object({ dataset: z.string(), version: z.int().optional() })
/** What a chosen type leaves empty in the column at `at`: `empty` of the `of` values looked at, with one of them. */
const Loss = z.object({ at: z.int(), empty: z.int(), of: z.int(), example: z.string() })
const JobId = z.object({ job: z.string() })

export const datasets = contract('datasets', {
  list: { input: z.object({}), output: z.array(Dataset), about: 'Every data set with its newest version.' },
  get: { input: Which, output: z.object({ dataset: Dataset, version: Version }), about: 'One version, the newest if none is named.' },
  history: { input: z.object({ dataset: z.string() }), output: z.array(Version), about: 'The versions, the newest first.' },
  sniff: {
    input: z.object({ path: z.string(), dialect: Wish.optional() }),
    output: z.object({ format: Format, files: z.int(), bytes: z.int(), dialect: Dialect.nullable(), columns: z.array(FieldShape), sample: z.array(z.array(z.unknown())), warnings: z.array(z.string()), losses: z.array(Loss), name: z.string() }),
    about: 'How a file, folder or glob would be read: dialect, types, first rows, what looks wrong.',
  },
  register: {
    input: z.object({ path: z.string(), name: DatasetName.optional(), dialect: Dialect.optional(), note: z.string().default(''), tags: z.array(z.string()).default([]) }),
    output: z.object({ job: z.string().nullable(), dataset: z.string(), version: z.int().nullable() }),
    changes: ['datasets'],
    about: 'Registers a source; Parquet at once, others by a job that converts them. The same content again gives the version that is there.',
  },
  rejects: { input: Which.extend({ limit: z.int().min(1).max(1000).default(200) }), output: z.object({ total: z.int(), leftOut: z.int(), emptied: z.int(), mended: z.int(), rows: z.array(z.object({ line: z.int(), column: z.string(), problem: z.string(), text: z.string() })) }), about: 'The lines that were left out the cells that were left empty and the lines that were filled or cut, because they are not what the dialect says.' },
  describe: { input: Which.extend({ note: z.string().optional(), tags: z.array(z.string()).optional() }), output: Version, changes: ['datasets'] },
  rename: { input: z.object({ dataset: z.string(), to: DatasetName }), output: Dataset, changes: ['datasets'] },
  remove: { input: z.object({ dataset: z.string() }), output: z.object({ removed: z.int() }), changes: ['datasets'], about: 'Takes the data set off the list; the source files stay. Can be restored.' },
  restore: { input: z.object({ dataset: z.string() }), output: Dataset, changes: ['datasets'] },
  refresh: { input: z.object({ dataset: z.string() }), output: z.object({ job: z.string().nullable(), version: z.int().nullable() }), changes: ['datasets'], about: 'Reads a source that changed on disk as a new version.' },
  preview: { input: Which.extend({ from: z.int().min(0).default(0), size: z.int().min(1).max(1000).default(100) }), output: z.object({ columns: z.array(FieldShape), rows: z.array(z.array(z.unknown())), ms: z.number() }) },
  items: { input: Which.extend({ from: z.int().min(0).default(0), size: z.int().min(1).max(500).default(100) }), output: z.object({ total: z.int(), items: z.array(z.object({ path: z.string(), name: z.string(), bytes: z.int(), label: z.string().nullable() })) }), about: 'The files of a folder of images or texts.' },
  compare: {
    input: z.object({ left: Which, right: Which }), output: JobId,
    about: 'A job whose result is a Comparison: schema, counts and distributions side by side.',
  },
  profile: { input: Which, output: JobId, about: 'A job whose result is a Profile: per column the type, valid, missing, distinct, extremes, mean, deviation and distribution, over all rows. A version’s profile is made once.' },
})
