import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Combo } from '#kit/Combo.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { countOf, useRunActs } from '../acts/useRunActs.ts'
import { useBench } from '../view/bench.ts'

/** Sets one tag of one or many runs, or takes it away. */
export function TagDialog({ runs, onClose }: { readonly runs: readonly string[]; readonly onClose: () => void }) {
  const { keys } = useBench()
  const acts = useRunActs()
  const [key, setKey] = useState<string>()
  const [value, setValue] = useState<string>()
  const tags = keys.filter(({ family, key: name }) => family === 'tags' && !name.startsWith('mlflow.'))
  const known = tags.find((one) => one.key === key)
  const act = (how: () => Promise<boolean>) => () => void how().then((done) => { if (done) onClose() })
  return (
    <Dialog
      title={`Tag ${countOf(runs)}`} onClose={onClose}
      actions={<><Button onPress={onClose}>Cancel</Button>{known && <Button variant="danger" onPress={act(() => acts.untag(runs, known.key))}>Take the tag away</Button>}<Button variant="primary" disabled={key === undefined || key === ''} onPress={act(() => acts.tag(runs, key ?? '', value ?? ''))}>Tag</Button></>}
    >
      <Combo label="Tag" free autoFocus options={tags.map(({ key: name, runs: count }) => ({ id: name, label: name, note: `${count}` }))} value={key} onChange={setKey} placeholder="best, reviewed, team…" />
      <Combo key={key} label="Value" free options={(known?.values ?? []).map((one) => ({ id: one, label: one }))} value={value} onChange={setValue} hint="May be empty." />
    </Dialog>
  )
}
