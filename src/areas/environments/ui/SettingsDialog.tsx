import { Button } from '#kit/Button.tsx'
import { Dialog } from '#kit/Dialog.tsx'
import { ProblemNote } from '#kit/ProblemNote.tsx'
import { useCommand } from '#wire/ask.ts'
import { environments } from '../contract.ts'
import type { Declared } from '../domain/environment.ts'
import { SettingsFields } from './SettingsFields.tsx'
import { useSettings } from './useSettings.ts'

/** Python, variables and secrets of an environment; its packages are edited as a file. */
export function SettingsDialog({ declared, onClose }: { readonly declared: Declared; readonly onClose: () => void }) {
  const saving = useCommand(environments.save)
  const settings = useSettings(declared)
  const save = () => saving.mutate({ declared: { ...declared, ...settings.values } }, { onSuccess: onClose })
  return (
    <Dialog title={`Settings of ${declared.name}`} width={520} onClose={onClose} actions={<><Button onPress={onClose}>Cancel</Button><Button variant="primary" disabled={settings.problem !== undefined || saving.isPending} onPress={save}>Save</Button></>}>
      <div className="flex flex-col gap-4">
        <SettingsFields settings={settings} />
        {saving.error && <ProblemNote error={saving.error} />}
      </div>
    </Dialog>
  )
}
