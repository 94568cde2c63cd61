import type { editor } from 'monaco-editor/editor'

const shared = {
  theme: 'atelier', fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace", fontSize: 12, lineHeight: 20, fontLigatures: false, automaticLayout: true, minimap: { enabled: false },
  scrollBeyondLastLine: false, smoothScrolling: false, renderLineHighlight: 'line', fixedOverflowWidgets: true, padding: { top: 8, bottom: 8 }, tabSize: 4, detectIndentation: true,
  overviewRulerBorder: false, hideCursorInOverviewRuler: true, scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false }, stickyScroll: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false }, contextmenu: true, maxTokenizationLineLength: 20_000, largeFileOptimizations: true, wordBasedSuggestions: 'currentDocument',
} as const satisfies editor.IStandaloneEditorConstructionOptions

const oneLine = {
  lineNumbers: 'off', glyphMargin: false, folding: false, lineDecorationsWidth: 6, lineNumbersMinChars: 0, renderLineHighlight: 'none', overviewRulerLanes: 0, scrollbar: { vertical: 'hidden', horizontal: 'hidden', handleMouseWheel: false, alwaysConsumeMouseWheel: false },
  padding: { top: 3, bottom: 3 }, wordWrap: 'off', find: { addExtraSpaceOnTop: false, autoFindInSelection: 'never', seedSearchStringFromSelection: 'never' }, occurrencesHighlight: 'off', links: false, wordBasedSuggestions: 'off',
} as const satisfies editor.IStandaloneEditorConstructionOptions

export interface Wanted {
  readonly label: string
  readonly readOnly: boolean
  readonly singleLine: boolean
  readonly lineNumbers: boolean
  readonly wrap: boolean
  readonly placeholder: string
}

export function optionsOf({ label, readOnly, singleLine, lineNumbers, wrap, placeholder }: Wanted): editor.IEditorOptions & editor.IGlobalEditorOptions {
  const base = { ...shared, ariaLabel: label, readOnly, domReadOnly: readOnly, placeholder, wordWrap: wrap ? 'on' : 'off', lineNumbers: lineNumbers ? 'on' : 'off', ...(lineNumbers ? { lineNumbersMinChars: 4, lineDecorationsWidth: 8, glyphMargin: false } : { folding: false, glyphMargin: false, lineDecorationsWidth: 8, lineNumbersMinChars: 0 }) } as const
  return singleLine ? { ...base, ...oneLine } : base
}
