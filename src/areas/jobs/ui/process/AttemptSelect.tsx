import { Select } from '#kit/Select.tsx'

/** Whose log is shown, where there was more than one try. */
export function AttemptSelect({ attempts, attempt, onAttempt }: { readonly attempts: readonly number[]; readonly attempt: number; readonly onAttempt: (attempt: number) => void }) {
  if (attempts.length < 2) return null
  return (
    <div className="w-[120px] flex-none">
      <Select label="Attempt" hideLabel options={attempts.map((number) => ({ id: String(number), label: `Attempt ${number}` }))} value={String(attempt)} onChange={(id) => onAttempt(Number(id))} />
    </div>
  )
}
