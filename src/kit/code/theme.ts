import type { editor as Editor } from 'monaco-editor/editor'
import { palette, readable } from './palette.ts'

/** Colours the editors from the tokens of the look, again whenever the page changes between light and dark. */
export function followTheme(editor: typeof Editor): void {
  paint(editor)
  new MutationObserver(() => paint(editor)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
}

function paint(editor: typeof Editor): void {
  const colour = tokenColours()
  const dark = document.documentElement.dataset.theme === 'dark'
  editor.defineTheme('atelier', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [{ token: '', foreground: colour('ink').slice(1) }, ...palette.map(([token, name]) => ({ token, foreground: colour(name, true).slice(1) }))],
    colors: {
      'editor.background': colour('surface'), 'editor.foreground': colour('ink'), 'editorLineNumber.foreground': colour('ink-3'), 'editorLineNumber.activeForeground': colour('ink'), 'editorLineNumber.dimmedForeground': colour('ink-3'),
      'editorCursor.foreground': colour('accent'), 'editor.selectionBackground': `${colour('accent')}33`, 'editor.inactiveSelectionBackground': `${colour('accent')}1f`,
      'editor.lineHighlightBackground': colour('hover').concat('66'), 'editor.lineHighlightBorder': '#00000000', 'editorIndentGuide.background1': colour('line'), 'editorGutter.background': colour('surface'),
      'editorWidget.background': colour('surface'), 'editorWidget.border': colour('line'), 'editorSuggestWidget.background': colour('surface'), 'editorSuggestWidget.border': colour('line'), 'editorSuggestWidget.selectedBackground': colour('accent-soft'),
      'editorSuggestWidget.selectedForeground': colour('ink'), 'editorSuggestWidget.foreground': colour('ink'), 'editorSuggestWidget.highlightForeground': colour('accent'), 'editorSuggestWidget.focusHighlightForeground': colour('accent'), 'editorSuggestWidget.selectedIconForeground': colour('ink'), 'list.hoverBackground': colour('hover'),
      'editorHoverWidget.background': colour('surface'), 'editorHoverWidget.border': colour('line'), 'input.background': colour('surface'), 'input.border': colour('line-strong'), 'focusBorder': colour('accent'),
      'menu.background': colour('surface'), 'menu.foreground': colour('ink'), 'menu.selectionBackground': colour('accent-soft'), 'menu.selectionForeground': colour('ink'), 'menu.separatorBackground': colour('line'),
      'scrollbarSlider.background': `${colour('line-strong')}99`, 'scrollbarSlider.hoverBackground': colour('line-strong'), 'scrollbar.shadow': '#00000000', 'widget.shadow': '#00000022',
      'editorError.foreground': colour('bad'), 'editorWarning.foreground': colour('warn'), 'diffEditor.insertedTextBackground': `${colour('good')}33`, 'diffEditor.removedTextBackground': `${colour('bad')}33`,
      'diffEditor.insertedLineBackground': `${colour('good')}1a`, 'diffEditor.removedLineBackground': `${colour('bad')}1a`, 'editor.wordHighlightBackground': `${colour('accent')}1f`, 'editor.wordHighlightTextBackground': `${colour('accent')}1f`, 'editor.selectionHighlightBackground': `${colour('accent')}1f`, 'editorBracketMatch.background': colour('accent-soft'), 'editorBracketMatch.border': colour('accent'),
    },
  })
  editor.setTheme('atelier')
}

/** Reads a token as #rrggbb; the editor understands no other notation. */
function tokenColours(): (name: string, letters?: boolean) => string {
  const style = getComputedStyle(document.documentElement)
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const valueOf = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#808080'
  return (name, letters = false) => {
    if (!canvas) return '#808080'
    canvas.fillStyle = letters ? readable(valueOf(name), valueOf('ink')) : valueOf(name)
    canvas.fillRect(0, 0, 1, 1)
    return `#${Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3), (part) => part.toString(16).padStart(2, '0')).join('')}`
  }
}
