import type { Icon } from '#kit/icon.ts'

export function LaunchCard({ icon: CardIcon, title, about, onPress }: { readonly icon: Icon; readonly title: string; readonly about: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="launch-card" onClick={onPress}>
      <span className="launch-icon"><CardIcon size={18} /></span>
      <b>{title}</b>
      <small>{about}</small>
    </button>
  )
}
