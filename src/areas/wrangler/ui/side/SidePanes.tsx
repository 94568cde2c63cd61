import { Braces, ChevronDown, ChevronUp, CircleX, ScanText, Sigma } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#kit/Button.tsx'
import { Tabs } from '#kit/Tabs.tsx'
import { CellPane } from './CellPane.tsx'
import { CodePane } from './CodePane.tsx'
import { FailuresPane } from './FailuresPane.tsx'
import { ProfilePane } from './ProfilePane.tsx'

export type Pane = 'code' | 'profile' | 'cell' | 'failures'

/** Below the recipe: its code, the figures of a column, the whole value of a cell, what failed. */
export function SidePanes({ pane, onPane, path }: { readonly pane: Pane | undefined; readonly onPane: (pane: Pane | undefined) => void; readonly path: string | null }) {
  const [step, setStep] = useState<string>()
  return (
    <section className="wr-panes" aria-label="Code and figures">
      {pane === undefined
        ? <button type="button" className="wr-closed" onClick={() => onPane('code')}><ChevronUp size={13} />Code, profile, cell, failures</button>
        : (
          <>
            <div className="wr-hide"><Button variant="ghost" size="s" icon={ChevronDown} label="Hide" keyHint="Mod+E" onPress={() => onPane(undefined)} /></div>
            <Tabs<Pane>
              label="Code and figures" selected={pane} onSelect={onPane}
              items={[
                { id: 'code', label: 'Code', icon: Braces, view: <CodePane path={path} /> },
                { id: 'profile', label: 'Profile', icon: Sigma, view: <ProfilePane /> },
                { id: 'cell', label: 'Cell', icon: ScanText, view: <CellPane /> },
                { id: 'failures', label: 'Failures', icon: CircleX, view: <FailuresPane step={step} onStep={setStep} /> },
              ]}
            />
          </>
        )}
    </section>
  )
}
