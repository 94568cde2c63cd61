import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import type { Icon } from './icon.ts'

export interface TabItem<T extends string> {
  readonly id: T
  readonly label: string
  readonly icon?: Icon
  readonly note?: ReactNode
  /** Made only when it is selected if it is a function. */
  readonly view: ReactNode | (() => ReactNode)
}

/** Tabs within a panel; only the selected view is mounted. */
export function Tabs<T extends string>({ label, items, selected, onSelect }: { readonly label: string; readonly items: readonly TabItem<T>[]; readonly selected: T; readonly onSelect: (id: T) => void }) {
  const select = (key: unknown) => {
    const item = items.find(({ id }) => id === key)
    if (item) onSelect(item.id)
  }
  return (
    <AriaTabs className="flex flex-col flex-1 min-h-0 outline-none" selectedKey={selected} onSelectionChange={select}>
      <TabList className="tablist" aria-label={label}>
        {items.map((item) => <Tab key={item.id} id={item.id}>{item.icon && <item.icon size={14} />}{item.label}{item.note}</Tab>)}
      </TabList>
      {items.map((item) => <TabPanel key={item.id} id={item.id} className="tabview">{typeof item.view === 'function' ? item.view() : item.view}</TabPanel>)}
    </AriaTabs>
  )
}
