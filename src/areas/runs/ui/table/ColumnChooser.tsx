import { Columns3, Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Flyout } from '#kit/Flyout.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { TextField } from '#kit/TextField.tsx'
import type { Summary } from '../../domain/column.ts'
import { useBench } from '../view/bench.ts'
import { columnChoices, withChoice } from './column-choices.ts'

const summaries = [{ id: 'last', label: 'Last' }, { id: 'best', label: 'Best' }, { id: 'min', label: 'Least' }, { id: 'max', label: 'Greatest' }] as const satisfies readonly { readonly id: Summary; readonly label: string }[]

/** Which columns the table shows, by family; a column’s place and width are set at its head. */
export function ColumnChooser() {
  const { flyout, setFlyout } = useBench()
  return <Flyout label="Columns" width={320} open={flyout === 'columns'} onOpen={(open) => setFlyout(open ? 'columns' : undefined)} button={<Button variant="ghost" icon={Columns3} label="Columns" keyHint="Alt+L" />}><Chooser /></Flyout>
}

function Chooser() {
  const { state: { columns }, change, keys } = useBench()
  const [search, setSearch] = useState('')
  const [summary, setSummary] = useState<(typeof summaries)[number]['id']>('last')
  const families = columnChoices({ keys, columns, search, summary })
  return (
    <>
      <TextField label="Find a column" hideLabel type="search" icon={Search} placeholder="Find a column" value={search} onChange={setSearch} autoFocus />
      <div className="rn-choices">
        {families.map(({ family, title, choices, more }) => (
          <section key={family} aria-label={title}>
            <h3><span>{title}</span><small>{choices.length + more}</small>{family === 'metrics' && <Segmented label="Value of the metric" options={summaries} value={summary} onChange={setSummary} />}</h3>
            {choices.map(({ text, label, chosen, runs }) => (
              <div key={text} className="rn-choice"><Checkbox checked={chosen} onChange={(on) => change({ columns: [...withChoice(columns, text, on)] })}><span className="clip">{label}</span></Checkbox>{runs !== undefined && <small>{runs.toLocaleString('en-US')}</small>}</div>
            ))}
            {more > 0 && <p>{more} more; find them by name.</p>}
          </section>
        ))}
        {families.length === 0 && <p>No column is called “{search}”.</p>}
      </div>
    </>
  )
}
