import type { Completion } from './completions.ts'

/** What may stand at the caret. */
export function CompletionList({ id, items, at, onPick }: { readonly id: string; readonly items: readonly Completion[]; readonly at: number | undefined; readonly onPick: (item: Completion) => void }) {
  return (
    <div role="listbox" id={`${id}-list`} aria-label="Completions" className="popover options rn-completions">
      {items.map((item, i) => (
        <div
          key={item.label} id={`${id}-${i}`} role="option" tabIndex={-1} aria-selected={i === at} data-focused={i === at ? true : undefined} ref={(element) => { if (i === at) element?.scrollIntoView({ block: 'nearest' }) }}
          onPointerDown={(event) => { event.preventDefault(); onPick(item) }}
        >
          <span className="clip font-mono">{item.label}</span>{item.note && <span className="note">{item.note}</span>}
        </div>
      ))}
    </div>
  )
}
