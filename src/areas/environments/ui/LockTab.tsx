import { Copy, Lock } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { CodeView } from '#kit/CodeView.tsx'
import { Empty } from '#kit/Empty.tsx'
import { plural } from '#lib/words.ts'
import type { Environment } from './environment-file.ts'
import { useEnvironmentActions } from './useEnvironmentActions.ts'

/** Every package to the version, as it was built. */
export function LockTab({ environment: { name, lock, python } }: { readonly environment: Environment }) {
  const { copy } = useEnvironmentActions()
  if (lock === null) return <Empty icon={Lock} title="No lock yet" text="It is written when the environment is built: every package with its version, so that a run can be repeated to the letter." />
  const text = `# Python ${python}\n${lock}\n`
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="bar slim"><span className="clip">{plural(lock === '' ? 0 : lock.split('\n').length, 'package')} to the version, with the Python; pip and uv read it as it is.</span><span className="sp" /><Button size="s" icon={Copy} onPress={() => copy(text, 'the lock')}>Copy</Button></div>
      <div className="min-h-0 flex-1 overflow-auto p-4"><CodeView code={text} language="ini" label={`Lock of ${name}`} /></div>
    </div>
  )
}
