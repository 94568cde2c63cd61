import { Combo } from '#kit/Combo.tsx'
import { NumberField } from '#kit/NumberField.tsx'
import { Select } from '#kit/Select.tsx'
import { Switch } from '#kit/Switch.tsx'
import { useState } from 'react'
import { TextField } from '#kit/TextField.tsx'
import type { Dialect, Wish } from '../domain/dataset.ts'
import { dateFormats, timestampFormats } from '../domain/csv-types.ts'
import { LinesForm } from './LinesForm.tsx'
import { NumbersForm } from './NumbersForm.tsx'

const delimiters = [{ id: ',', label: 'Comma' }, { id: '\t', label: 'Tab' }, { id: ';', label: 'Semicolon' }, { id: '|', label: 'Bar |' }, { id: ' ', label: 'Space' }, { id: ':', label: 'Colon' }] as const
const quotes = [{ id: '"', label: 'Double "' }, { id: "'", label: "Single '" }, { id: 'none', label: 'None' }] as const
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-2', 'iso-8859-15', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1256', 'koi8-r', 'macintosh', 'shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5'].map((id) => ({ id, label: id }))
const asOptions = (formats: readonly string[]) => formats.map((id) => ({ id, label: id }))

/** The marks of a CSV; each change reads the first rows again. */
export function DialectForm({ dialect, onChange }: { readonly dialect: Dialect; readonly onChange: (part: Wish) => void }) {
  const [nulls, setNulls] = useState<string>()
  const known = delimiters.find(({ id }) => id === dialect.delimiter)
  const options = known ? delimiters : [...delimiters, { id: dialect.delimiter, label: dialect.delimiter }]
  const commitNulls = () => {
    if (nulls !== undefined) onChange({ nullText: ['', ...nulls.split(',').map((one) => one.trim()).filter(Boolean)] })
    setNulls(undefined)
  }
  return (
    <div className="flex flex-col gap-3">
      <h2 className="text-s font-semibold text-ink-2">Dialect</h2>
      <div className="grid grid-cols-2 gap-3">
        <Select label="Delimiter" options={options} value={dialect.delimiter} onChange={(delimiter) => onChange({ delimiter })} />
        <Select label="Quote" options={quotes} value={dialect.quote === '' ? 'none' : dialect.quote === "'" ? "'" : '"'} onChange={(quote) => onChange({ quote: quote === 'none' ? '' : quote, escape: quote === 'none' ? '' : quote })} />
      </div>
      <div className="grid grid-cols-2 items-end gap-3">
        <NumberField label="Lines to skip" value={dialect.skip} min={0} onChange={(skip) => onChange({ skip: skip ?? 0 })} />
        <Switch on={dialect.header} onChange={(header) => onChange({ header })}>First line names the columns</Switch>
      </div>
      <Combo label="Encoding" free options={encodings} value={dialect.encoding} onChange={(encoding) => onChange({ encoding: encoding ?? 'utf-8' })} />
      <NumbersForm dialect={dialect} onChange={onChange} />
      <LinesForm dialect={dialect} onChange={onChange} />
      <TextField label="Missing values" mono value={nulls ?? dialect.nullText.filter(Boolean).join(', ')} onChange={setNulls} onEnter={commitNulls} onBlur={commitNulls} placeholder="NA, n/a, -" hint="Texts that stand for nothing, besides an empty cell" />
      <Combo label="Date format" free options={asOptions(dateFormats)} value={dialect.dateFormat} onChange={(dateFormat) => onChange({ dateFormat })} placeholder="ISO, 2024-12-31" />
      <Combo label="Timestamp format" free options={asOptions(timestampFormats)} value={dialect.timestampFormat} onChange={(timestampFormat) => onChange({ timestampFormat })} placeholder="ISO, 2024-12-31 23:59:59" />
    </div>
  )
}
