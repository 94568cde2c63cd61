import { useQuery } from '@tanstack/react-query'
import { datasets } from '#areas/datasets/contract.ts'
import { Combo } from '#kit/Combo.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { asking } from '#wire/ask.ts'
import { shortCount } from '../../domain/words.ts'

const noTable = new Set(['images', 'texts'])

/** A data set whose rows can stand beside those of here: one of images or texts is no table. */
export function DatasetField({ value, onChange, ...words }: FieldWords & { readonly value: string; readonly onChange: (value: unknown) => void }) {
  const { data, isPending } = useQuery(asking(datasets.list, {}))
  const options = (data ?? []).filter(({ name, latest }) => !noTable.has(latest.format) || name === value).map(({ name, latest }) => ({ id: name, label: name, note: `${shortCount(latest.rows)} rows` }))
  return <Combo {...words} options={options} value={value || undefined} onChange={(name) => onChange(name ?? '')} placeholder={isPending ? 'Reading the data sets…' : 'Choose a data set…'} />
}
