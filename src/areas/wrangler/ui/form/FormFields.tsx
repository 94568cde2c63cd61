import { given } from '#lib/given.ts'
import { Checkbox } from '#kit/Checkbox.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Field } from '#kit/Field.tsx'
import { NumberField } from '#kit/NumberField.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Select } from '#kit/Select.tsx'
import { TextArea } from '#kit/TextArea.tsx'
import { TextField } from '#kit/TextField.tsx'
import { familyOf } from '../../domain/columns.ts'
import { isShown, wordsOf } from '../../domain/form/fields.ts'
import type { FormField } from '../../domain/form/fields.ts'
import { ChoicesField } from './ChoicesField.tsx'
import { ColumnsField } from './ColumnsField.tsx'
import { DatasetField } from './DatasetField.tsx'
import { columnOption, listOf, recordOf, textOf } from './field-props.ts'
import type { FormWorld } from './field-props.ts'
import { FormulaField } from './FormulaField.tsx'
import { JsonField } from './JsonField.tsx'
import { KeysField } from './KeysField.tsx'
import { ListField } from './ListField.tsx'
import { MappingField } from './MappingField.tsx'
import { PairsField } from './PairsField.tsx'
import { PredicateField } from './PredicateField.tsx'
import { SqlField } from './SqlField.tsx'
import { ValueField } from './ValueField.tsx'
import { VariantsField } from './VariantsField.tsx'

/** The fields of a schema, in its order, each under its path; a field that the others make meaningless is not drawn. */
export function FormFields({ fields, values, onChange, world, path = '' }: {
  readonly fields: readonly FormField[]
  readonly values: Readonly<Record<string, unknown>>
  readonly onChange: (values: Record<string, unknown>) => void
  readonly world: FormWorld
  readonly path?: string
}) {
  const at = (name: string) => (path ? `${path}.${name}` : name)
  return fields.filter((field) => isShown(field, values)).map((field) => (
    <div key={field.name} className="contents" data-field={at(field.name)}>
      <OneField
        siblings={values} field={field} value={values[field.name]} world={world} path={at(field.name)}
        onChange={(value) => onChange(value === undefined ? without(values, field.name) : { ...values, [field.name]: value })}
      />
    </div>
  ))
}

function without(values: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name))
}

interface OneFieldProps {
  readonly field: FormField
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly world: FormWorld
  readonly path: string
  readonly siblings?: Readonly<Record<string, unknown>>
}

/** One param, drawn by its kind. */
function OneField({ field, value, onChange, world, path, siblings = {} }: OneFieldProps) {
  const words = { label: field.title, ...given({ hint: field.hint, error: world.errorAt(path) }) }
  switch (field.kind) {
    case 'column': {
      const fitting = world.columns.filter(({ type }) => field.families.length === 0 || field.families.includes(familyOf(type)))
      const none = field.required ? [] : [{ id: '', label: '—' }]
      return <Combo {...words} optional={!field.required} options={[...none, ...fitting.map(columnOption)]} value={textOf(value) || undefined} onChange={(id) => onChange(id || undefined)} placeholder="Choose a column…" />
    }
    case 'columns': return <ColumnsField {...words} field={field} value={listOf(value).map(String)} onChange={onChange} columns={world.columns} />
    case 'formula': return <FormulaField {...words} autoFocus={world.begin === path} value={textOf(value)} onChange={onChange} world={world} />
    case 'sql': return <SqlField {...words} autoFocus={world.begin === path} value={textOf(value)} onChange={onChange} world={world} />
    case 'predicate': return <PredicateField {...words} value={value} onChange={onChange} columns={world.columns} />
    case 'dataset': return <DatasetField {...words} value={textOf(value)} onChange={onChange} />
    case 'keys': return <KeysField {...words} value={value} onChange={onChange} columns={world.columns} />
    case 'pairs': return <PairsField {...words} value={value} onChange={onChange} columns={world.columns} dataset={textOf(siblings['dataset'])} />
    case 'mapping': return <MappingField {...words} value={value} onChange={onChange} />
    case 'lines': return <TextArea {...words} hint={words.hint ?? 'One a line.'} mono rows={4} value={listOf(value).map(String).join('\n')} onChange={(text) => onChange(text === '' ? [] : text.split('\n'))} />
    case 'name': case 'text': return <TextField {...words} value={textOf(value)} onChange={onChange} {...given({ placeholder: field.placeholder })} />
    case 'number': return <NumberField {...words} value={typeof value === 'number' ? value : undefined} onChange={onChange} {...given({ min: field.min, max: field.max, step: field.integer ? 1 : undefined })} />
    case 'flag': return <Checkbox checked={value === true} onChange={onChange}>{field.title}</Checkbox>
    case 'choices': return <ChoicesField {...words} options={field.options.map((id) => ({ id, label: choiceWords(id) }))} value={listOf(value).map(String)} onChange={onChange} />
    case 'choice': return <Choice field={field} value={value} onChange={onChange} words={words} />
    case 'value': return <ValueField {...words} field={field} value={value} onChange={onChange} columns={world.columns} />
    case 'list': {
      const { of } = field
      return (
        <ListField {...words} field={field} value={listOf(value)} onChange={onChange}>
          {(member, put, i) => (of.kind === 'group'
            ? <FormFields fields={of.fields} values={recordOf(member)} onChange={put} world={world} path={`${path}.${i}`} />
            : <OneField field={of} value={member} onChange={put} world={world} path={`${path}.${i}`} />)}
        </ListField>
      )
    }
    case 'group': return <Field {...words}><div className="wr-nest"><FormFields fields={field.fields} values={recordOf(value)} onChange={onChange} world={world} path={path} /></div></Field>
    case 'variants': return <VariantsField {...words} field={field} value={recordOf(value)} onChange={onChange}>{(fields, put) => <FormFields fields={fields} values={recordOf(value)} onChange={put} world={world} path={path} />}</VariantsField>
    case 'json': return <JsonField {...words} value={value} onChange={onChange} />
  }
}

function Choice({ field, value, onChange, words }: { readonly field: Extract<FormField, { kind: 'choice' | 'choices' }>; readonly value: unknown; readonly onChange: (value: unknown) => void; readonly words: { readonly label: string; readonly hint?: string; readonly error?: string } }) {
  const options = field.options.map((id) => ({ id, label: choiceWords(id) }))
  const length = options.reduce((sum, { label }) => sum + label.length + 3, 0)
  const chosen = options.find(({ id }) => id === value)?.id
  if (options.length <= 4 && length <= 36 && chosen !== undefined) return <Field {...words}><Segmented label={field.title} options={options} value={chosen} onChange={onChange} /></Field>
  return <Select {...words} options={options} value={chosen} onChange={onChange} />
}

/** Types and signs stay as they are, short names of methods are written large; words of the code become words. */
function choiceWords(id: string): string {
  if (shortNames.has(id)) return id.toUpperCase()
  return /^[a-z][a-zA-Z -]{2,}$/.test(id) ? wordsOf(id) : id
}

const shortNames = new Set(['iqr', 'rstd', 'nfc', 'md5', 'sha256'])
