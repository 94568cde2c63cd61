import { useQuery } from '@tanstack/react-query'
import { asking } from '#wire/ask.ts'
import { wrangler } from '../../contract.ts'
import { useBench } from '../session/bench.ts'

/** How many rows the view leaves. */
export function useTotal(): number {
  const { shown, view, rows, columns } = useBench()
  const [first] = columns
  const { data } = useQuery({ ...asking(wrangler.window, { recipe: shown, view, page: { from: 0, size: 1 }, ...(first ? { columns: [first.id] } : {}) }), staleTime: Infinity, enabled: first !== undefined })
  return data?.total ?? rows
}
