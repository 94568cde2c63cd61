import { Plus, X } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { listOf, recordOf, textOf } from './field-props.ts'

interface Pair { readonly from: string; readonly to: string }

/** What becomes what: a record of texts, or a list of `{ from, to }`. */
export function MappingField({ value, onChange, ...words }: FieldWords & { readonly value: unknown; readonly onChange: (value: unknown) => void }) {
  const list = Array.isArray(value)
  const pairs: readonly Pair[] = list ? listOf(value).map((one) => ({ from: textOf(recordOf(one)['from']), to: textOf(recordOf(one)['to']) })) : Object.entries(recordOf(value)).map(([from, to]) => ({ from, to: textOf(to) }))
  const put = (next: readonly Pair[]) => onChange(list ? next : Object.fromEntries(next.map(({ from, to }) => [from, to])))
  const change = (at: number, part: Partial<Pair>) => put(pairs.map((pair, i) => (i === at ? { ...pair, ...part } : pair)))
  return (
    <Field {...words}>
      <div className="wr-pairs">
        {pairs.map(({ from, to }, i) => (
          <div key={i}>
            <input className="input" aria-label={`Value ${i + 1}`} value={from} onChange={(event) => change(i, { from: event.target.value })} placeholder="value" />
            <span aria-hidden="true">→</span>
            <input className="input" aria-label={`Becomes ${i + 1}`} value={to} onChange={(event) => change(i, { to: event.target.value })} placeholder="becomes" />
            <Button variant="ghost" size="s" icon={X} label={`Remove “${from}”`} onPress={() => put(pairs.filter((_, at) => at !== i))} />
          </div>
        ))}
      </div>
      <span><Button size="s" icon={Plus} disabled={pairs.some(({ from }) => from === '')} onPress={() => put([...pairs, { from: '', to: '' }])}>Add a value</Button></span>
    </Field>
  )
}
