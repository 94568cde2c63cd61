import { keyWords } from './keys.ts'

export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd>{keyWords(keys)}</kbd>
}
