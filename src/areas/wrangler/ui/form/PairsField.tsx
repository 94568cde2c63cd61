import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Plus, X } from 'lucide-react'
import { z } from 'zod'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import type { Column } from '../../domain/columns.ts'
import { namedPair, nextPair } from '../../domain/form/next-pair.ts'
import { columnOption, listOf } from './field-props.ts'

const Pair = z.object({ left: z.string(), right: z.string() })

/** Columns of here beside columns of another data set that hold the same. A data set that is chosen brings the pair of one name; keys of the one before go. */
export function PairsField({ value, onChange, columns, dataset, ...words }: FieldWords & { readonly value: unknown; readonly onChange: (value: unknown) => void; readonly columns: readonly Column[]; readonly dataset: string }) {
  const { data } = useQuery({ ...asking(wrangler.start, { dataset }), enabled: dataset !== '', select: ({ columns: theirs }) => theirs })
  const others = data ?? []
  const pairs = listOf(value).flatMap((one) => Pair.safeParse(one).data ?? [])
  const set = (at: number, change: Partial<z.infer<typeof Pair>>) => onChange(pairs.map((pair, i) => (i === at ? { ...pair, ...change } : pair)))
  const known = useRef(pairs.length > 0 ? dataset : '')
  const begin = useEffectEvent((theirs: readonly Column[]) => {
    if (known.current === dataset) return
    known.current = dataset
    const first = namedPair(columns, theirs, [])
    if (first || pairs.length > 0) onChange(first ? [first] : [])
  })
  useEffect(() => { if (data) begin(data) }, [data])
  const next = nextPair(columns, others, pairs)
  if (dataset === '') return <Field {...words} hint="Choose the data set first."><span /></Field>
  return (
    <Field {...words}>
      {pairs.map(({ left, right }, i) => (
        <div key={i} className="flex gap-1 items-center" role="group" aria-label={`Key ${i + 1}`}>
          <div className="flex-1 min-w-0"><Combo label={`Key ${i + 1} here`} hideLabel options={columns.map(columnOption)} value={left} onChange={(id) => { if (id) set(i, { left: id }) }} /></div>
          <span aria-hidden>=</span>
          <div className="flex-1 min-w-0"><Combo label={`Key ${i + 1} in ${dataset}`} hideLabel options={others.map(columnOption)} value={right} onChange={(id) => { if (id) set(i, { right: id }) }} /></div>
          <Button variant="ghost" size="s" icon={X} label={`Remove key ${i + 1}`} onPress={() => onChange(pairs.filter((_, at) => at !== i))} />
        </div>
      ))}
      <span><Button size="s" icon={Plus} disabled={!next} onPress={() => { if (next) onChange([...pairs, next]) }}>Add a key</Button></span>
    </Field>
  )
}
