import { attributeKeys, columnText, datasetKeys, gitKeys } from '../../domain/column.ts'
import type { Column } from '../../domain/column.ts'
import { expectedAt } from '../../domain/filter/expected.ts'
import type { KeyInfo } from '../cards/card.ts'
import { filterName, quoted } from './term.ts'

export interface Completion { readonly label: string; readonly note: string; /** The text with the completion in its place, and where the caret stands then. */ readonly text: string; readonly caret: number }

const most = 40

/** What may stand where the caret is, as the text would read with it. */
export function completionsAt(text: string, caret: number, keys: readonly KeyInfo[]): readonly Completion[] {
  const { kind, from, to, typed, words, column } = expectedAt(text, caret)
  const offers = kind === 'key' ? keyOffers(keys) : kind === 'value' ? valueOffers(column, keys) : words.map((word) => ({ label: word, note: '' }))
  const wanted = typed.toLowerCase().replace(/^['"`]|['"`]$/g, '')
  return offers
    .filter(({ label }) => label.toLowerCase().includes(wanted) && label !== typed)
    .toSorted((a, b) => Number(b.label.toLowerCase().startsWith(wanted)) - Number(a.label.toLowerCase().startsWith(wanted)))
    .slice(0, most)
    .map(({ label, note }) => {
      const head = text.slice(0, from)
      const before = `${head}${head === '' || /[\s(]$/.test(head) ? '' : ' '}${label} `
      return { label, note, text: before + text.slice(to).trimStart(), caret: before.length }
    })
}

interface Offer { readonly label: string; readonly note: string }

function keyOffers(keys: readonly KeyInfo[]): readonly Offer[] {
  const logged = keys.map(({ family, key, runs }) => ({ label: filterName(`${family}.${key}`), note: `${runs.toLocaleString('en-US')} ${runs === 1 ? 'run' : 'runs'}` }))
  const fixed = [...attributeKeys.map((key) => `attributes.${key}`), ...datasetKeys.map((key) => `datasets.${key}`), ...gitKeys.map((key) => `git.${key}`)]
  const known = new Set(logged.map(({ label }) => label))
  return [...logged, ...fixed.filter((label) => !known.has(label)).map((label) => ({ label, note: '' }))]
}

function valueOffers(column: Column | undefined, keys: readonly KeyInfo[]): readonly Offer[] {
  if (!column) return []
  if (columnText(column) === 'attributes.status') return ['RUNNING', 'FINISHED', 'FAILED', 'KILLED', 'SCHEDULED'].map((word) => ({ label: quoted(word), note: '' }))
  const { values = [], numeric = false } = keys.find(({ family, key }) => family === column.family && key === column.key) ?? {}
  return values.map((value) => ({ label: numeric && value.trim() !== '' && Number.isFinite(Number(value)) ? value : quoted(value), note: '' }))
}
