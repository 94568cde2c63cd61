import { useQuery } from '@tanstack/react-query'
import { Check, Copy, Save } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { CodeView } from '#kit/CodeView.tsx'
import { useDesk } from '#kit/desk.ts'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { Progress } from '#kit/Progress.tsx'
import { Segmented } from '#kit/Segmented.tsx'
import { Skeleton } from '#kit/Skeleton.tsx'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { essence, withDraft } from '../../domain/draft.ts'
import { useBench } from '../session/bench.ts'
import { saveText } from './save-text.ts'

const languages = [{ id: 'sql', label: 'SQL' }, { id: 'polars', label: 'polars' }, { id: 'pandas', label: 'pandas' }] as const
type Language = (typeof languages)[number]['id']

/** The recipe as a script that runs without Atelier. */
export function CodePane({ path }: { readonly path: string | null }) {
  const { dataset } = useBench()
  const desk = useDesk()
  const [language, setLanguage] = useState<Language>('sql')
  const [copied, setCopied] = useState(false)
  const { data, error, refetch, isPlaceholderData } = useCode(language)
  const copy = async () => {
    await navigator.clipboard.writeText(data?.text ?? '')
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  const save = async () => {
    const base = (path ?? `recipes/${dataset}`).replace(/\.recipe\.json$/, '')
    try {
      const saved = await saveText(language === 'sql' ? `${base}.sql` : `${base}_${language}.py`, data?.text ?? '')
      desk.notify({ kind: 'good', text: `Saved as ${saved}.`, action: { label: 'Open', run: () => desk.openFile(saved) } })
    } catch (problem) {
      desk.notify({ kind: 'bad', text: problem instanceof Error ? problem.message : 'The code could not be saved.' })
    }
  }
  return (
    <div className="wr-pane">
      <div className="wr-panebar">
        <Segmented label="Language" options={languages} value={language} onChange={setLanguage} />
        <span className="sp" />
        {isPlaceholderData && <span className="text-xs text-ink-3" role="status">writing</span>}
        <Button variant="ghost" size="s" icon={copied ? Check : Copy} label={copied ? 'Copied' : 'Copy the code'} disabled={!data || isPlaceholderData} onPress={() => void copy()} />
        <Button variant="ghost" size="s" icon={Save} label="Save the code as a file" disabled={!data || isPlaceholderData} onPress={() => void save()} />
      </div>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : data ? <CodeView code={data.text} language={language === 'sql' ? 'sql' : 'python'} label={`Recipe as ${language}`} className="wr-code" /> : <CodeWait />}
    </div>
  )
}

/** The code in this language; that of the recipe before stays until the new one is there. */
function useCode(language: Language) {
  const { recipe, preview } = useBench()
  const shown = essence(preview ? withDraft(recipe, preview) : recipe)
  return useQuery({ ...asking(wrangler.code, { recipe: shown, language }), staleTime: Infinity, placeholderData: (before, asked) => (asked?.queryKey[2].language === language ? before : undefined) })
}

function CodeWait() {
  const { planWait } = useBench()
  return <><Progress slim label={planWait?.reason ?? 'Writing the code'} /><Skeleton lines={6} label="Writing the code" /></>
}
