import { Bell as BellIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { later } from '#kit/later.tsx'
import { useStudio } from '../studio.ts'
import { useValue } from '../useValue.ts'

const BellList = later(() => import('./BellList.tsx').then((module) => module.BellList))

/** All that was told since the page was opened. */
export function Bell() {
  const { notices } = useStudio()
  const told = useValue(notices.told)
  const bell = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const unread = told.filter(({ read, notice }) => !read && (notice.kind === 'warn' || notice.kind === 'bad')).length
  const show = () => {
    setOpen(true)
    notices.readAll()
  }
  return (
    <>
      <AriaButton ref={bell} className="ghost icon relative" aria-label={unread > 0 ? `Notifications, ${unread} new` : 'Notifications'} aria-haspopup="dialog" aria-expanded={open} onPress={show}>
        <BellIcon size={15} />
        {unread > 0 && <span className="count">{unread}</span>}
      </AriaButton>
      {open && <BellList bell={bell} onClose={() => setOpen(false)} />}
    </>
  )
}
