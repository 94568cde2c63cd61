import { CodeEditor } from '#kit/CodeEditor.tsx'
import type { Completion } from '#kit/code/completion.ts'
import { Field } from '#kit/Field.tsx'
import type { FieldWords } from '#kit/Field.tsx'
import { given } from '#lib/given.ts'
import type { Column } from '../../domain/columns.ts'
import { checkFormula } from '../../domain/formula/check.ts'
import { completeFormula } from '../../domain/formula/complete.ts'
import { callable } from '../../domain/formula/functions.ts'
import type { FormWorld } from './field-props.ts'

const example = 'Columns by name, e.g. delay > 15 and not missing(origin); [name with spaces].'

/** A formula with the columns and functions it may use, checked as one writes; what is wrong is marked at its place. */
export function FormulaField({ value, onChange, world, autoFocus, ...words }: FieldWords & { readonly autoFocus: boolean; readonly value: string; readonly onChange: (value: unknown) => void; readonly world: FormWorld }) {
  const problem = value.trim() === '' ? undefined : checkFormula(value, world.columns).problem
  const marks = problem ? [{ from: problem.from, to: Math.max(problem.to, problem.from + 1), message: problem.message }] : []
  return (
    <Field label={words.label} hint={words.hint ?? example} {...given({ error: problem?.message ?? (value === '' ? undefined : words.error) })}>
      <div className="wr-codefield"><CodeEditor value={value} onChange={onChange} language="sql" autoFocus={autoFocus} label={words.label} lineNumbers={false} wrap markers={marks} completions={({ text, offset }) => completions(text, offset, world.columns)} /></div>
    </Field>
  )
}

function completions(text: string, offset: number, columns: readonly Column[]): readonly Completion[] {
  const about = new Map(callable.map((fn) => [fn.name, fn.about]))
  return completeFormula(text, offset, columns).map(({ label, insert, kind, detail }) => ({
    label, kind: kind === 'word' ? 'keyword' : kind,
    detail: kind === 'function' ? detail.split(':')[0] ?? '' : detail,
    insert: kind === 'function' ? `${insert}$0)` : insert,
    ...given({ about: kind === 'function' ? about.get(label) : undefined }),
  }))
}
