import { FileText, Table2 } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { useDesk } from '#kit/desk.ts'
import { linksOf } from './result-links.ts'

/** Opens what the job made. */
export function ResultLinks({ result }: { readonly result: unknown }) {
  const desk = useDesk()
  return linksOf(result).map((link) => (link.kind === 'dataset'
    ? <Button key="dataset" icon={Table2} onPress={() => desk.open('dataset', { dataset: link.dataset })}>{`Open ${link.dataset}`}</Button>
    : <Button key="file" icon={FileText} onPress={() => desk.openFile(link.path)}>{`Open ${link.path.slice(link.path.lastIndexOf('/') + 1)}`}</Button>))
}
