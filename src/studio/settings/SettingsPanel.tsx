import { Braces, SlidersHorizontal } from 'lucide-react'
import type { PanelProps } from '#kit/desk.ts'
import { Tabs } from '#kit/Tabs.tsx'
import { SettingsFile } from './SettingsFile.tsx'
import { SettingsForm } from './SettingsForm.tsx'

const views = ['form', 'file'] as const

/** The same settings as a form and as the file they are. */
export function SettingsPanel({ params, setParams, setDirty, active }: PanelProps) {
  const selected = views.find((view) => view === params.as) ?? 'form'
  return (
    <div className="panel">
      <Tabs
        label="Settings" selected={selected} onSelect={(as) => setParams({ as: as === 'form' ? '' : as })}
        items={[
          { id: 'form', label: 'Form', icon: SlidersHorizontal, view: <SettingsForm /> },
          { id: 'file', label: 'settings.json', icon: Braces, view: <SettingsFile setDirty={setDirty} active={active} /> },
        ]}
      />
    </div>
  )
}
