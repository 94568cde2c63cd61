import { useQuery } from '@tanstack/react-query'
import { jobs } from '#areas/jobs/contract.ts'
import { Progress } from '#kit/Progress.tsx'
import { asking, useCommand } from '#wire/ask.ts'

export function OnnxProgress({ job }: { readonly job: string }) {
  const { data } = useQuery(asking(jobs.get, { id: job }))
  const { mutate } = useCommand(jobs.cancel)
  return <Progress label="Converting and comparing" reason={data?.reason || undefined} onCancel={() => mutate({ id: job })} />
}
