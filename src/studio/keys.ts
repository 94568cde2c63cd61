import { onMac } from '#kit/keys.ts'

interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The pressed key in the words of CommandSpec, parts in one order: `Mod+Alt+Shift+K`. */
export function keyOf(event: Pressed, mac = onMac): string {
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  return [mod && 'Mod', other && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', nameOf(event)].filter(Boolean).join('+')
}

/** The same key however its parts were ordered. */
export function plainKey(key: string): string {
  const parts = key.split('+').map((part) => part.trim()).filter(Boolean)
  const last = parts.at(-1) ?? ''
  const held = new Set(parts.slice(0, -1))
  const name = last.length === 1 ? last.toUpperCase() : last
  return [...['Mod', 'Ctrl', 'Alt', 'Shift'].filter((word) => held.has(word)), name].join('+')
}

/** Keys that belong to a text field while one has the focus. */
export function isForText(key: string): boolean {
  const name = key.split('+').at(-1) ?? ''
  const held = key.split('+').slice(0, -1)
  if (held.length === 0 || (held.length === 1 && held[0] === 'Shift')) return !/^F\d+$|^Escape$/.test(name)
  return held.includes('Mod') && !held.includes('Alt') && /^[ZYACXV]$|^Arrow|^Home$|^End$|^Backspace$|^Delete$/.test(name)
}

const signs: Readonly<Record<string, string>> = {
  BracketLeft: '[', BracketRight: ']', Comma: ',', Period: '.', Slash: '/', Backslash: '\\', Semicolon: ';', Quote: "'", Backquote: '`', Minus: '-', Equal: '=', Space: 'Space',
}

/** With Shift or Alt held a key says another sign than it is named by; then its place on the board decides. */
function nameOf({ key, code, shiftKey, altKey }: Pressed): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  if (/^Key[A-Z]$/.test(code) && (altKey || !/^[\u0020-\u007E]$/.test(key))) return code.slice(3)
  if (/^Digit\d$/.test(code)) return code.slice(5)
  const sign = signs[code]
  if (sign && (shiftKey || altKey || key === ' ')) return sign
  return key.length === 1 ? key.toUpperCase() : key
}
