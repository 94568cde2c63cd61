import { Braces } from 'lucide-react'
import { Empty } from '#kit/Empty.tsx'
import type { Signature } from '#areas/runs/domain/signature.ts'
import type { VersionDetail } from '../domain/registered.ts'

/** What the model takes and gives, and an example of what it takes. */
export function SignatureTab({ version: { folder } }: { readonly version: VersionDetail }) {
  if (!folder) return <Empty icon={Braces} title="The files are not in reach" text="The version names files outside this machine, or they were removed. What the model takes and gives cannot be read." />
  const { signature, example } = folder
  if (!signature && !example) return <Empty icon={Braces} title="No signature and no example" text="The model declares neither. Log it with an input example, and MLflow writes both: mlflow.sklearn.log_model(model, name='model', input_example=X[:3])." />
  return (
    <div className="grid grid-cols-1 items-start gap-4 p-4 min-[1100px]:grid-cols-2">
      {signature ? (
        <div className="flex min-w-0 flex-col gap-4">
          <FieldTable title="Inputs" fields={signature.inputs} />
          <FieldTable title="Outputs" fields={signature.outputs} />
          {signature.params.length > 0 && <FieldTable title="Parameters" fields={signature.params} />}
        </div>
      ) : <p className="text-s text-ink-2">No signature is declared.</p>}
      <section className="card" aria-labelledby="example-head">
        <h2 id="example-head">Input example {example && <small>{example.rows.length} × {example.columns.length}</small>}</h2>
        {!example && <p className="p-3 text-s text-ink-2">None was kept with the model.</p>}
        {example && (
          <div className="mt-2 max-h-[60vh] overflow-auto" role="region" aria-label="Input example" tabIndex={0}>
            <table className="w-full text-s">
              <thead className="sticky top-0 bg-paper text-xs text-ink-2"><tr className="h-7">{example.columns.map((column, i) => <th key={i} scope="col" className="whitespace-nowrap px-3 text-right font-semibold">{column}</th>)}</tr></thead>
              <tbody>{example.rows.map((row, i) => <tr key={i} className="h-7 border-t border-line">{example.columns.map((_, j) => <td key={j} className="num max-w-[220px] px-3"><span className="clip block" title={cellText(row[j])}>{cellText(row[j])}</span></td>)}</tr>)}</tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  )
}

function FieldTable({ title, fields }: { readonly title: string; readonly fields: Signature['inputs'] }) {
  return (
    <section className="card">
      <h2>{title} <small>{fields.length}</small></h2>
      {fields.length === 0 ? <p className="p-3 text-s text-ink-2">None are declared.</p> : (
        <table className="mt-2 w-full text-s">
          <caption className="sr-only">{title}</caption>
          <thead className="text-xs text-ink-2"><tr className="h-7"><th scope="col" className="px-3 text-left font-semibold">Name</th><th scope="col" className="px-3 text-left font-semibold">Type</th><th scope="col" className="px-3 text-left font-semibold">Shape</th><th scope="col" className="px-3 text-left font-semibold">Required</th></tr></thead>
          <tbody>
            {fields.map(({ name, type, shape, required }, i) => (
              <tr key={i} className="h-7 border-t border-line">
                <th scope="row" className="max-w-[220px] px-3 text-left font-normal"><span className="clip block" title={name}>{name || <i className="mut">(no name)</i>}</span></th><td className="px-3 font-mono text-xs">{type}</td>
                <td className="whitespace-nowrap px-3 font-mono text-xs">{shape ? shape.map((size) => (size < 0 ? 'any' : String(size))).join(' × ') : '–'}</td><td className="px-3">{required ? 'yes' : 'optional'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function cellText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
