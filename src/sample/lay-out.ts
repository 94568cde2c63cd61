import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { exists, writeAtomic } from '#node/files.ts'

const tables = ['flights-3m.parquet', 'birdstrikes.csv', 'movies.json', 'airports.csv', 'gapminder.json', 'seattle-weather.csv', 'penguins.json', 'stocks.csv', 'unemployment.tsv'] as const
const images = ['7zip.png', 'ffox.png', 'gimp.png'] as const
const scripts = ['train_flights.py', 'train_flights.job.json'] as const

/** The sources that stand as data sets from the first start. */
export const sampleSources = [
  { path: 'data/flights-3m.parquet', name: 'flights' }, { path: 'data/birdstrikes.csv', name: 'birdstrikes' },
  { path: 'data/movies.json', name: 'movies' }, { path: 'data/icons', name: 'icons' },
] as const

/** Lays a small real project into a workspace that holds nothing yet, or goes on where a start was cut off; true while its data sets are still to be registered. Files of the user's are never touched. */
export async function layOutSample({ root }: { readonly root: string }): Promise<boolean> {
  const state = await readFile(stateOf(root), 'utf8').catch(() => '')
  if (state.startsWith(done)) return false
  const found = (await readdir(root).catch(() => [])).filter((name) => !name.startsWith('.'))
  if (found.length > 0 && !state.startsWith(begun)) return sampleIsDone({ root }).then(() => false)
  await writeAtomic(stateOf(root), `${begun}\n`)
  const from = packageData()
  await mkdir(join(root, 'data', 'icons'), { recursive: true })
  for (const name of tables) await copyIfNew(join(from, name), join(root, 'data', name))
  for (const name of images) await copyIfNew(join(from, name), join(root, 'data', 'icons', name))
  for (const name of scripts) await copyIfNew(join(import.meta.dirname, 'files', name), join(root, name))
  if (!(await exists(join(root, 'README.md')))) await writeAtomic(join(root, 'README.md'), readme)
  return true
}

/** A workspace is asked once: one that was emptied later stays empty. */
export async function sampleIsDone({ root }: { readonly root: string }): Promise<void> {
  await writeAtomic(stateOf(root), `${done}\n`)
}

const [begun, done] = ['begun', 'done']

function stateOf(root: string): string {
  return join(root, '.atelier', 'sample')
}

function packageData(): string {
  const entry = createRequire(import.meta.url).resolve('vega-datasets')
  return join(dirname(dirname(entry)), 'data')
}

async function copyIfNew(from: string, to: string): Promise<void> {
  if (!(await exists(from)) || (await exists(to))) return
  const part = join(dirname(to), `.${basename(to)}.00000000.part`)
  await copyFile(from, part, constants.COPYFILE_FICLONE)
  await rename(part, to)
}

const readme = `# A first project

The files under \`data/\` come from [vega-datasets](https://github.com/vega/vega-datasets):

| file | what it holds |
|---|---|
| \`flights-3m.parquet\` | three million domestic flights in the United States: date, delay in minutes, distance in miles, origin, destination |
| \`birdstrikes.csv\` | collisions of aircraft with wildlife: place, aircraft, species, damage, cost |
| \`movies.json\` | films with budget, gross, ratings; nested and untidy, as scraped data is |
| \`airports.csv\` | airports with code, city and coordinates, to join with the flights |
| \`gapminder.json\`, \`penguins.json\`, \`seattle-weather.csv\`, \`stocks.csv\`, \`unemployment.tsv\` | small well-known tables |
| \`icons/\` | a folder of images |
| \`train_flights.py\` | learns which flights land more than 15 minutes late: LightGBM with plain MLflow calls |
| \`train_flights.job.json\` | starts it with three seeds; open it and press **Train** |

Open **Data** in the left bar to see those that are registered, or open any other file from **Files** to register it.
A recipe that you save is a file here, too; what the studio records about your work is under \`.atelier/\`.
`
