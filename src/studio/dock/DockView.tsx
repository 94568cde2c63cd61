import { Actions, Layout, TabNode, TabSetNode } from 'flexlayout-react'
import type { Action, BorderNode, ITabRenderValues, ITabSetRenderValues } from 'flexlayout-react'
import { Maximize2, Minimize2, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import { Button } from '#kit/Button.tsx'
import { later } from '#kit/later.tsx'
import { panelOf } from '../catalogue.ts'
import { useStudio } from '../studio.ts'
import { useValue } from '../useValue.ts'
import './dock.css'
import { PanelHost } from './PanelHost.tsx'
import { tabMenu } from './tab-menu.ts'

const Confirm = later(() => import('#kit/Confirm.tsx').then((module) => module.Confirm))
const MenuAt = later(() => import('#kit/MenuAt.tsx').then((module) => module.MenuAt))

function drawPanel(node: TabNode) {
  return <PanelHost id={node.getId()} />
}

interface At { readonly x: number; readonly y: number; readonly tab: string }

const icons = { close: <X size={13} />, maximize: <Maximize2 size={13} />, restore: <Minimize2 size={13} /> }

/** The dock in the middle: flexlayout in our look, its tabs tied to the panels. */
export function DockView() {
  const studio = useStudio()
  const { dock, desk } = studio
  const dirty = useValue(dock.dirty)
  const asks = useValue(dock.asks)
  const [menu, setMenu] = useState<At>()

  const intercept = (action: Action) => {
    if (action.type !== Actions.DELETE_TAB) return action
    dock.askToClose(String(action.data.node))
    return undefined
  }
  const drawTab = (node: TabNode, values: ITabRenderValues) => {
    const Icon = panelOf(node.getComponent() ?? '')?.icon
    values.leading = Icon && <Icon size={14} />
    values.content = <span className="clip max-w-56" title={node.getName()}>{node.getName()}</span>
    if (dirty.has(node.getId())) values.buttons.push(<span key="dirty" className="dirty" role="img" aria-label="Not saved" title="Not saved" />)
  }
  const drawGroup = (group: TabSetNode | BorderNode, values: ITabSetRenderValues) => {
    if (!(group instanceof TabSetNode)) return
    const add = () => {
      dock.model.doAction(Actions.setActiveTabset(group.getId()))
      desk.open('launcher')
    }
    values.buttons.push(<Button key="add" variant="ghost" size="s" icon={Plus} label="New tab" onPress={add} />)
  }
  const drawNothing = () => <div className="empty"><Button icon={Plus} onPress={() => desk.open('launcher')}>New tab</Button></div>
  const openMenu = (node: unknown, event: MouseEvent) => {
    if (!(node instanceof TabNode)) return
    event.preventDefault()
    setMenu({ x: event.clientX, y: event.clientY, tab: node.getId() })
  }
  const middleClick = (node: unknown, event: MouseEvent) => {
    if (node instanceof TabNode && event.button === 1) dock.askToClose(node.getId())
  }

  return (
    <main className="dock" data-region="dock" tabIndex={-1} aria-label="Work">
      <Layout
        model={dock.model} factory={drawPanel} icons={icons} onAction={intercept} onRenderTab={drawTab} onRenderTabSet={drawGroup}
        onContextMenu={openMenu} onAuxMouseClick={middleClick} invalidateTabContentOnParentRender={false} realtimeResize
        onTabSetPlaceHolder={drawNothing}
      />
      {menu && <MenuAt x={menu.x} y={menu.y} label="Tab" items={tabMenu(studio, menu.tab)} onClose={() => setMenu(undefined)} />}
      {asks && (
        <Confirm title="Close without saving?" action="Close without saving" danger onConfirm={() => dock.close(asks.id)} onClose={() => dock.asks.set(undefined)}>
          “{asks.title}” holds changes that are not saved. Closing it drops them.
        </Confirm>
      )}
    </main>
  )
}
