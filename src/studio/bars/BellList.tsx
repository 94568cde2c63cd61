import { BellOff } from 'lucide-react'
import type { RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '#kit/Button.tsx'
import { useStudio } from '../studio.ts'
import { noticeIcons } from '../Toasts.tsx'
import { useValue } from '../useValue.ts'

/** What was told, under the bell; open while it is mounted. */
export function BellList({ bell, onClose }: { readonly bell: RefObject<HTMLButtonElement | null>; readonly onClose: () => void }) {
  const { notices } = useStudio()
  const told = useValue(notices.told)
  return (
    <Popover className="popover" placement="bottom end" offset={6} isOpen triggerRef={bell} onOpenChange={(open) => { if (!open) onClose() }}>
      <Dialog className="w-90 outline-none" aria-label="Notifications">
        <div className="hd">Notifications<span className="sp" />{told.length > 0 && <Button variant="ghost" size="s" onPress={notices.clear}>Clear</Button>}</div>
        {told.length === 0 && <div className="flex items-center gap-2 px-3 pb-3 text-s text-ink-2"><BellOff size={14} />Nothing was told yet.</div>}
        <ul>
          {told.map(({ id, at, notice, answered }) => {
            const Icon = noticeIcons[notice.kind]
            return <li key={id} className={`told ${notice.kind}`}><Icon size={14} /><span className="flex-1 min-w-0 wrap-anywhere">{notice.text}</span>{notice.action && !answered && <Button size="s" onPress={() => { notices.answered(id); notice.action?.run() }}>{notice.action.label}</Button>}<time className="mut text-xs" dateTime={new Date(at).toISOString()}>{clock.format(at)}</time></li>
          })}
        </ul>
      </Dialog>
    </Popover>
  )
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
