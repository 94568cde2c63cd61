export const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** `Shift+Mod+F` as people read it: `Ctrl Shift F`, or `⇧⌘F` on a Mac. */
export function keyWords(keys: string): string {
  const parts = keys.split('+').map((part) => part.trim())
  const order = ['Mod', 'Ctrl', 'Alt', 'Shift']
  const sorted = [...order.filter((word) => parts.includes(word)), ...parts.filter((word) => !order.includes(word))]
  return onMac ? sorted.map((word) => macWords[word] ?? word).join('') : sorted.map((word) => (word === 'Mod' ? 'Ctrl' : (plainWords[word] ?? word))).join(' ')
}

const macWords: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Enter: '↩', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Backspace: '⌫', Delete: '⌦', Escape: 'Esc' }
const plainWords: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Delete: 'Del' }
