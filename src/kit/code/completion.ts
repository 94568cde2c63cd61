import type { editor, IDisposable } from 'monaco-editor/editor'
import type { Monaco } from './load.ts'

export interface Completion {
  readonly label: string
  readonly kind?: 'column' | 'function' | 'keyword' | 'table' | 'value'
  /** Small words beside it, e.g. a type. */
  readonly detail?: string
  /** Longer help, plain text. */
  readonly about?: string
  /** What is written; default the label. `$0` is where the caret goes. */
  readonly insert?: string
}

/** Is told the text and the caret's place in it. */
export type Completions = (at: { readonly text: string; readonly offset: number }) => readonly Completion[] | Promise<readonly Completion[]>

const providers = new Map<editor.ITextModel, Completions>()
const known = new Map<string, IDisposable>()

/** One provider a language asks the one that belongs to the model, so that editors of one language do not mix their words. */
export function provideCompletions(monaco: Monaco, model: editor.ITextModel, language: string, completions: Completions): () => void {
  providers.set(model, completions)
  if (!known.has(language)) known.set(language, monaco.languages.registerCompletionItemProvider(language, { triggerCharacters: ['.', '"', '`', '('], provideCompletionItems: (asked, position) => suggest(monaco, asked, position) }))
  return () => void providers.delete(model)
}

async function suggest(monaco: Monaco, model: editor.ITextModel, position: { lineNumber: number; column: number }) {
  const completions = providers.get(model)
  if (!completions) return { suggestions: [] }
  const word = model.getWordUntilPosition(position)
  const range = { startLineNumber: position.lineNumber, endLineNumber: position.lineNumber, startColumn: word.startColumn, endColumn: word.endColumn }
  const offered = await completions({ text: model.getValue(), offset: model.getOffsetAt(position) })
  return {
    suggestions: offered.map(({ label, kind = 'value', detail, about, insert }, order) => ({
      label, range, insertText: insert ?? label, kind: kindOf(monaco, kind), sortText: String(order).padStart(6, '0'),
      ...(detail ? { detail } : {}), ...(about ? { documentation: about } : {}),
      ...(insert?.includes('$0') ? { insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    })),
  }
}

function kindOf({ languages: { CompletionItemKind: K } }: Monaco, kind: NonNullable<Completion['kind']>) {
  return { column: K.Field, function: K.Function, keyword: K.Keyword, table: K.Struct, value: K.Value }[kind]
}
