import { Monitor, Moon, Sun } from 'lucide-react'
import type { Density, Theme } from '#areas/workspaces/contract.ts'
import { Field } from '#kit/Field.tsx'
import type { Option } from '#kit/option.ts'
import { Segmented } from '#kit/Segmented.tsx'
import { saveSettings } from '../own-commands.ts'
import { useStudio } from '../studio.ts'
import { useValue } from '../useValue.ts'
import { KeysTable } from './KeysTable.tsx'

const themes: readonly Option<Theme>[] = [{ id: 'system', label: 'As the system', icon: Monitor }, { id: 'light', label: 'Light', icon: Sun }, { id: 'dark', label: 'Dark', icon: Moon }]
const densities: readonly Option<Density>[] = [{ id: 'compact', label: 'Compact' }, { id: 'normal', label: 'Normal' }, { id: 'roomy', label: 'Roomy' }]

export function SettingsForm() {
  const studio = useStudio()
  const settings = useValue(studio.settings)
  return (
    <div className="page">
      <section aria-label="Look">
        <h2>Look</h2>
        <div className="flex flex-col gap-4 items-start">
          <Field label="Theme"><Segmented label="Theme" options={themes} value={settings.theme} onChange={(theme) => void saveSettings({ ...studio, next: { theme } })} /></Field>
          <Field label="Density" hint="The height of rows, tabs and bars."><Segmented label="Density" options={densities} value={settings.density} onChange={(density) => void saveSettings({ ...studio, next: { density } })} /></Field>
        </div>
      </section>
      <section aria-label="Keys">
        <h2>Keys</h2>
        <KeysTable />
      </section>
    </div>
  )
}
