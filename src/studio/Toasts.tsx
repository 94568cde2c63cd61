import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { Notice } from '#kit/desk.ts'
import { Button } from '#kit/Button.tsx'
import { useStudio } from './studio.ts'
import { useValue } from './useValue.ts'

const shown = 4
export const noticeIcons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const satisfies Record<Notice['kind'], unknown>

/** What has just been told, in the corner; the bell keeps it. */
export function Toasts() {
  const { notices } = useStudio()
  const fresh = useValue(notices.told).filter((one) => one.fresh).slice(0, shown)
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label="News">
      {fresh.map(({ id, notice }) => {
        const Icon = noticeIcons[notice.kind]
        const { action } = notice
        return (
          <div key={id} className={`toast ${notice.kind}`}>
            <Icon size={15} />
            <span className="flex-1 min-w-0 wrap-anywhere">{notice.text}</span>
            {action && <Button size="s" onPress={() => { notices.answered(id); action.run() }}>{action.label}</Button>}
            <Button variant="ghost" size="s" icon={X} label="Put away" onPress={() => notices.hide(id)} />
          </div>
        )
      })}
    </div>
  )
}
