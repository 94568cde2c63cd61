import { CodeDiff } from '#kit/CodeDiff.tsx'
import { DiffView } from '#kit/DiffView.tsx'
import type { ComparedRun } from '../../domain/shown.ts'

interface Props { readonly left: ComparedRun; readonly right: ComparedRun }

/** What was not committed when two runs were started: side by side, or alone where one of them kept none. */
export function UncommittedDiff({ left, right }: Props) {
  const [mine, theirs] = [left.git.diff, right.git.diff]
  if (!mine && !theirs) return <p className="text-s text-ink-2">{isClean(left) && isClean(right) ? 'Everything was committed when they ran.' : 'Neither run kept what was not committed. Runs that Train starts do.'}</p>
  if (mine === theirs) return <Alone diff={mine ?? ''} text="The same in both:" />
  if (!mine) return <OneSided having={right} none={left} />
  if (!theirs) return <OneSided having={left} none={right} />
  return (
    <div style={{ height: Math.min(446, 66 + 20 * Math.max(linesOf(mine), linesOf(theirs))) }}><CodeDiff left={mine} right={theirs} language="plaintext" label="Uncommitted code" sides={[left.run.name, right.run.name]} /></div>
  )
}

function OneSided({ having, none }: { readonly having: ComparedRun; readonly none: ComparedRun }) {
  return <Alone diff={having.git.diff ?? ''} text={`Only ${having.run.name} had changes that were not committed; ${none.run.name} ${isClean(none) ? 'had none' : 'kept none'}:`} />
}

function Alone({ diff, text }: { readonly diff: string; readonly text: string }) {
  return <><p className="text-s text-ink-2">{text}</p><DiffView diff={diff} label="Uncommitted code" className="max-h-[420px]" /></>
}

function isClean({ git }: ComparedRun): boolean {
  return git.dirty === false
}

function linesOf(text: string): number {
  return text.split('\n').length
}
