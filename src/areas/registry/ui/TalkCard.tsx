import { useQuery } from '@tanstack/react-query'
import { MessageSquare, UserCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { TextArea } from '#kit/TextArea.tsx'
import { asking, useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'
import type { VersionDetail } from '../domain/registered.ts'
import { ActivityList } from './ActivityList.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'

const spoken = ['comment', 'review', 'approved', 'rejected', 'reopened']

/** Comments, reviews and decisions, and a place to add to them. */
export function TalkCard({ version: { model, version } }: { readonly version: VersionDetail }) {
  const desk = useDesk()
  const [text, setText] = useState('')
  const [reviewing, setReviewing] = useState(false)
  const { data: log = [] } = useQuery(asking(registry.activity, { model, version, limit: 200 }))
  const commenting = useCommand(registry.comment)
  const send = () => commenting.mutate({ model, version, text: text.trim() }, { onError: (error) => desk.notify({ kind: 'bad', text: error.message }), onSuccess: () => setText('') })
  return (
    <section className="card" aria-labelledby="talk-head">
      <h2 id="talk-head">Comments and reviews</h2>
      <div className="flex flex-col gap-2 p-3">
        <TextArea label="Comment" hideLabel rows={2} value={text} onChange={setText} placeholder="What did you see?" />
        <div className="flex items-center gap-2">
          <Button icon={MessageSquare} disabled={text.trim() === '' || commenting.isPending} onPress={send}>Comment</Button>
          <Button icon={UserCheck} onPress={() => setReviewing(true)}>Review</Button>
        </div>
        <ActivityList entries={log.filter(({ what }) => spoken.includes(what)).slice(0, 12)} about="version" />
      </div>
      {reviewing && <ReviewDialog model={model} version={version} onClose={() => setReviewing(false)} />}
    </section>
  )
}
