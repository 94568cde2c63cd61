import { attributeKeys, columnText, datasetKeys, gitKeys } from '../../domain/column.ts'
import type { Family, Summary } from '../../domain/column.ts'
import { familyWords, headOf, shownColumn } from '../../domain/shown-column.ts'
import type { KeyInfo } from '../cards/card.ts'

export interface Choice { readonly text: string; readonly label: string; readonly chosen: boolean; readonly runs: number | undefined }
export interface ChoiceFamily { readonly family: Family; readonly title: string; readonly choices: readonly Choice[]; /** How many more the search would show. */ readonly more: number }

const order: readonly Family[] = ['metrics', 'params', 'tags', 'datasets', 'git', 'attributes']
const most = 100

/** What can be a column, by family; `summary` says which value of a metric a new column shows. */
export function columnChoices({ keys, columns, search, summary }: { readonly keys: readonly KeyInfo[]; readonly columns: readonly string[]; readonly search: string; readonly summary: Summary }): readonly ChoiceFamily[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const chosen = new Set(columns)
  return order.flatMap((family) => {
    const found = keysOf(family, keys).filter(({ key }) => words.every((word) => `${family}.${key}`.toLowerCase().includes(word)))
    const choices = found.slice(0, most).map(({ key, runs }): Choice => {
      const text = family === 'metrics' ? columnText({ family, key, summary }) : `${family}.${key}`
      const shown = shownColumn(`${family}.${key}`)
      return { text, label: shown && family !== 'metrics' ? headOf(shown) : key, chosen: chosen.has(text), runs }
    })
    return choices.length > 0 ? [{ family, title: familyWords[family].many, choices, more: found.length - choices.length }] : []
  })
}

function keysOf(family: Family, keys: readonly KeyInfo[]): readonly { readonly key: string; readonly runs: number | undefined }[] {
  if (family === 'attributes') return attributeKeys.map((key) => ({ key, runs: undefined }))
  const logged = keys.filter((one) => one.family === family).map(({ key, runs }) => ({ key, runs }))
  const fixed: readonly string[] = family === 'datasets' ? datasetKeys : family === 'git' ? gitKeys : []
  return [...logged, ...fixed.filter((key) => !logged.some((one) => one.key === key)).map((key) => ({ key, runs: undefined }))].toSorted((a, b) => a.key.localeCompare(b.key))
}

/** Ticked columns come last; a metric’s small curve and difference leave with it. */
export function withChoice(columns: readonly string[], text: string, chosen: boolean): readonly string[] {
  return chosen ? [...columns, text] : columns.filter((one) => one !== text && one !== `delta:${text}`)
}
