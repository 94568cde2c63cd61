import type { Verification } from '../domain/verification.ts'

/** How the file that is kept was verified. */
export function OnnxFacts({ kept: { delta, rows, accepted } }: { readonly kept: Verification }) {
  const facts = [['Largest difference', delta === null ? 'no number' : delta.toPrecision(3)], ['Compared on', `${rows.toLocaleString('en-US')} sample rows`], ['Allowed', String(accepted)], ['File', 'onnx/model.onnx, beside the model']] as const
  return <dl aria-label="How it was verified" className="card grid grid-cols-[140px_minmax(0,1fr)] gap-x-3 gap-y-2 p-3 text-s tabular-nums">{facts.map(([name, text]) => <div key={name} className="contents"><dt className="text-ink-2">{name}</dt><dd className="min-w-0 wrap-anywhere">{text}</dd></div>)}</dl>
}
