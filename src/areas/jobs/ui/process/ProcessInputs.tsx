import { FileText, Table2 } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Chip } from '#kit/Chip.tsx'
import { useDesk } from '#kit/desk.ts'
import type { ProcessInput, ProcessSpec, WrittenOutput } from '../../domain/process.ts'
import { outputWords } from '../output-words.ts'

/** What it reads, by content, and what it is said to write, with what became of that. */
export function ProcessInputs({ spec: { inputs, outputs }, written }: { readonly spec: ProcessSpec; readonly written: readonly WrittenOutput[] }) {
  const desk = useDesk()
  return (
    <section aria-label="Inputs and outputs">
      <h2 className="mb-2 text-s font-semibold">Inputs and outputs</h2>
      {inputs.length + outputs.length === 0 && <p className="text-s text-ink-2">None were declared.</p>}
      <ul className="flex flex-col gap-1 text-s">
        {inputs.map((input) => <li key={input.name} className="flex min-w-0 items-center gap-2"><span className="flex-none text-ink-2">reads</span><span className="flex-none font-mono">{input.name}</span><InputLink input={input} /><span className="clip font-mono text-xs text-ink-3" title={`Content ${input.fingerprint}`}>{input.fingerprint.slice(0, 12)}</span></li>)}
        {outputs.map((path) => <li key={path} className="flex min-w-0 items-center gap-2"><span className="flex-none text-ink-2">writes</span><Button size="s" icon={FileText} onPress={() => desk.openFile(path)}>{path}</Button><Became output={written.find((one) => one.path === path)} /></li>)}
      </ul>
    </section>
  )
}

function Became({ output }: { readonly output: WrittenOutput | undefined }) {
  if (!output) return null
  if (output.state !== 'written') return <Chip kind="warn">{outputWords(output)}</Chip>
  return <span className="clip text-xs text-ink-2">{outputWords(output)}{output.hash !== null && <span className="ml-2 font-mono text-ink-3" title={`Content ${output.hash}`}>{output.hash.slice(0, 12)}</span>}</span>
}

function InputLink({ input: { dataset, version, path } }: { readonly input: ProcessInput }) {
  const desk = useDesk()
  if (dataset === null) return <span className="clip font-mono" title={path}>{path}</span>
  return <Button size="s" icon={Table2} onPress={() => desk.open('dataset', { dataset, ...(version === null ? {} : { version: String(version) }) })}>{`${dataset} v${version ?? '?'}`}</Button>
}
